import { messageLog, type MessageLogRow } from '@kesheng/contracts/facts/message'
import type { FactStore, Statement } from '../facts/ports.ts'
import { slices } from '../facts/where.ts'
import { dayText } from '../time/days.ts'

/** Where a stored message came from. */
export interface StoredMessage {
  messageId: string
  importId: string
  line: number
}

type Wanted = Pick<MessageLogRow, 'tenantId' | 'day' | 'bucket' | 'threadId' | 'messageId' | 'timeAssumed'>

/**
 * Looks messages of the log up by id. The tuples follow the table's order, so about one mark of 2,048 rows is read a
 * thread however large the log is; separate tests of day, bucket and thread read every mark of those days (193
 * against 672 marks for 200 threads of 1.4 M messages). No FINAL: a message never changes, and it costs 3 × as much.
 */
export function messageLookup(rows: readonly Wanted[], timed: boolean): Statement {
  const threads = [...new Map(rows.map((row) => [`${timed ? row.day : ''}${row.threadId}`, row])).values()]
  const key = timed ? 'day, bucket, thread_id' : 'bucket, thread_id'
  const days = timed ? '{days:Array(Date)}, ' : ''
  const sql = [
    `SELECT message_id AS messageId, import_id AS importId, line FROM ${messageLog.table}`,
    `WHERE tenant_id = {tenantId:String}`,
    `AND (${key}) IN arrayZip(${days}{buckets:Array(UInt8)}, {threadIds:Array(UUID)})`,
    `AND message_id IN {messageIds:Array(UUID)} AND time_assumed = {timeAssumed:Bool}`,
  ].join(' ')
  return {
    sql,
    params: {
      tenantId: rows[0]?.tenantId ?? '',
      ...(timed ? { days: threads.map((row) => dayText(row.day)) } : {}),
      buckets: threads.map((row) => row.bucket),
      threadIds: threads.map((row) => row.threadId),
      messageIds: rows.map((row) => row.messageId),
      timeAssumed: !timed,
    },
  }
}

/**
 * What the log has of the given messages. Those with an assumed time are looked for on every day: another import may
 * have assumed another one.
 */
export async function storedMessages(facts: FactStore, rows: readonly Wanted[]): Promise<StoredMessage[]> {
  const found: StoredMessage[] = []
  for (const timed of [true, false]) {
    const wanted = rows.filter((row) => row.timeAssumed !== timed)
    for (const slice of slices(wanted))
      found.push(...(await facts.query<StoredMessage>(messageLookup(slice, timed), { maxSeconds: 120 })))
  }
  return found
}
