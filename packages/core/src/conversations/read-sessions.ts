import { messageLog, type MessageLogRow } from '@kesheng/contracts/facts/message'
import type { FactStore } from '../facts/ports.ts'
import { slices, where, type Test } from '../facts/where.ts'
import { dayOf } from '../time/days.ts'
import type { LogSession } from './conversation-row.ts'
import type { DayRange } from './range-lock.ts'
import { sessionise, type SessionMessage } from './sessionise.ts'

export interface ThreadRange extends DayRange {
  /** Only these threads; all when absent. */
  threadIds?: readonly string[]
}

/** More threads than this are read by bucket range and picked afterwards. */
const threadsPerStatement = 2000

/** What cutting needs of the days before and after: ≈ 60 bytes a message instead of ≈ 600. */
const cutColumns = ['threadId', 'messageId', 'sentAt', 'ordinal', 'sessionKey', 'timeAssumed'] as const

async function readLog(
  facts: FactStore,
  range: ThreadRange,
  day: Test,
  columns?: typeof cutColumns,
): Promise<MessageLogRow[]> {
  const { tenantId, bucketFrom, bucketTo, threadIds } = range
  const read = (threads?: readonly string[]): Promise<MessageLogRow[]> =>
    facts.read(
      messageLog,
      where(messageLog, {
        tenantId,
        day,
        bucket: { from: bucketFrom, to: bucketTo },
        ...(threads === undefined ? {} : { threadId: { in: threads } }),
      }),
      { maxSeconds: 300, ...(columns === undefined ? {} : { columns }) },
    )
  if (threadIds === undefined) return read()
  const rows: MessageLogRow[] = []
  for (const slice of slices(threadIds, threadsPerStatement)) rows.push(...(await read(slice)))
  return rows
}

/**
 * The sessions that start on the range's day, with whole messages. Only that day is read in full; of the day before
 * and the day after just what cutting needs, and of the day after the messages that sessions reach into.
 */
export async function readSessions(
  facts: FactStore,
  range: ThreadRange,
  settings: { gapMinutes: number },
): Promise<LogSession[]> {
  const own = await readLog(facts, range, range.day)
  if (own.length === 0) return []
  const threads = new Set(own.map((message) => message.threadId))
  const near: ThreadRange =
    threads.size <= threadsPerStatement ? { ...range, threadIds: [...threads] } : range
  const before = await readLog(facts, near, range.day - 1, cutColumns)
  const after = await readLog(facts, near, range.day + 1, cutColumns)
  const neighbours = [...before, ...after].filter((message) => threads.has(message.threadId))
  const started = sessionise<SessionMessage>([...own, ...neighbours], settings).filter(
    (session) => dayOf(session.messages[0]?.sentAt ?? 0) === range.day,
  )
  const whole = new Map<string, MessageLogRow>(own.map((message) => [message.messageId, message]))
  const reachingOver = started.filter((session) => session.messages.some((m) => !whole.has(m.messageId)))
  if (reachingOver.length > 0) {
    const threadIds = [...new Set(reachingOver.map((session) => session.threadId))]
    for (const message of await readLog(facts, { ...range, threadIds }, range.day + 1))
      whole.set(message.messageId, message)
  }
  return started.map(({ conversationId, threadId, messages }) => ({
    conversationId,
    threadId,
    messages: messages.flatMap((message) => whole.get(message.messageId) ?? []),
  }))
}
