import { messageLog } from '@kesheng/contracts/facts/message'
import { ratingDays } from '../conversations/attribution.ts'
import type { FactStore } from '../facts/ports.ts'
import { slices, where } from '../facts/where.ts'
import type { AnalyseDayJob, AttributeJob } from '../queue/ports.ts'
import { dayOf, daysOfHours } from '../time/days.ts'
import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import type { RowSets } from './row-sets.ts'

export interface TouchedDay {
  day: number
  buckets: readonly number[]
}

export interface FollowUps {
  analyse: AnalyseDayJob[]
  attribute: AttributeJob[]
}

/** Messages worth one job: ≈ 1 s of analysis, so a crash repeats little and progress moves. */
const messagesPerJob = 15_000
const bucketCount = 256

/** Number of equal bucket ranges for a day: a power of two, so that a plan made again later is mostly the same. */
export function rangesOfDay(messages: number): number {
  let ranges = 1
  while (ranges < bucketCount && messages / ranges > messagesPerJob) ranges *= 2
  return ranges
}

/** A message can move sessions that start the day before (it belongs to them) or after (they began with it). */
export function withNeighbours(touched: readonly TouchedDay[]): Map<number, Set<number>> {
  const days = new Map<number, Set<number>>()
  for (const { day, buckets } of touched) {
    for (const near of [day - 1, day, day + 1]) {
      const all = days.get(near) ?? new Set<number>()
      for (const bucket of buckets) all.add(bucket)
      days.set(near, all)
    }
  }
  return days
}

/** Jobs for the touched ranges of each day; `counts` = messages of each day. Days without messages need no job. */
export function analyseDayJobs(
  tenantId: string,
  touched: readonly TouchedDay[],
  counts: ReadonlyMap<number, number>,
): AnalyseDayJob[] {
  return [...withNeighbours(touched)]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, buckets]) => {
      const messages = counts.get(day) ?? 0
      if (messages === 0) return []
      const width = bucketCount / rangesOfDay(messages)
      const starts = new Set([...buckets].map((bucket) => Math.floor(bucket / width) * width))
      return [...starts]
        .sort((a, b) => a - b)
        .map((bucketFrom) => ({ tenantId, day, bucketFrom, bucketTo: bucketFrom + width - 1 }))
    })
}

/** Messages in the log by day. Rows not merged yet may count twice; only job sizes depend on it. */
async function messagesByDay(
  facts: FactStore,
  tenantId: string,
  days: readonly number[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (const slice of slices(days, 500)) {
    const condition = where(messageLog, { tenantId, day: { in: slice } })
    const rows = await facts.query<{ logDay: number; messages: number }>(
      {
        sql: `SELECT toUInt16(day) AS logDay, toUInt32(count()) AS messages FROM ${messageLog.table} WHERE ${condition.sql} GROUP BY day`,
        params: condition.params,
      },
      { maxSeconds: 120 },
    )
    for (const row of rows) counts.set(row.logDay, row.messages)
  }
  return counts
}

/** Analysis of chats that came in. */
export async function planChats(
  facts: FactStore,
  tenantId: string,
  touched: readonly TouchedDay[],
): Promise<AnalyseDayJob[]> {
  const days = [...withNeighbours(touched).keys()]
  return analyseDayJobs(tenantId, touched, await messagesByDay(facts, tenantId, days))
}

/** Days of conversations to attribute at once. */
const daysPerAttribution = 14

/**
 * Conversations whose figures depend on orders or ratings of the given days: orders look back over the attribution
 * window (converted) and forward over the look-back (询单), ratings a day back.
 */
export function attributeJobs(
  tenantId: string,
  days: readonly number[],
  what: 'orders' | 'ratings',
  settings: Pick<WorkspaceSettings, 'attributionWindowHours' | 'presaleLookBackDays'>,
): AttributeJob[] {
  const before = what === 'orders' ? daysOfHours(settings.attributionWindowHours) : ratingDays
  const after = what === 'orders' ? settings.presaleLookBackDays : 0
  const wanted = [...new Set(days)].sort((a, b) => a - b)
  const spans: { from: number; to: number }[] = []
  for (const day of wanted) {
    const last = spans.at(-1)
    if (last !== undefined && day - before <= last.to + 1) last.to = day + after
    else spans.push({ from: day - before, to: day + after })
  }
  return spans.flatMap(({ from, to }) => {
    const jobs: AttributeJob[] = []
    for (let dayFrom = from; dayFrom <= to; dayFrom += daysPerAttribution)
      jobs.push({ tenantId, dayFrom, dayTo: Math.min(to, dayFrom + daysPerAttribution - 1) })
    return jobs
  })
}

/** More threads than this are analysed by bucket range. */
const threadsPerJob = 2000

function buyersOf(rows: readonly { buyerId: string }[]): { buyerIds?: string[] } {
  const buyerIds = [...new Set(rows.map((row) => row.buyerId))]
  return buyerIds.length <= threadsPerJob ? { buyerIds } : {}
}

/** Follow-ups of a small batch: only its own threads, on its days and their neighbours. */
export function planBatch(
  tenantId: string,
  rows: RowSets,
  settings: Pick<WorkspaceSettings, 'attributionWindowHours' | 'presaleLookBackDays'>,
): FollowUps {
  const threads = new Map<number, Map<string, number>>()
  for (const { sentAt, threadId, bucket } of rows.messages) {
    const day = dayOf(sentAt)
    for (const near of [day - 1, day, day + 1]) {
      const ofDay = threads.get(near) ?? new Map<string, number>()
      threads.set(near, ofDay.set(threadId, bucket))
    }
  }
  const analyse = [...threads].flatMap(([day, ofDay]) =>
    slices(
      [...ofDay].sort((a, b) => a[1] - b[1]),
      threadsPerJob,
    ).map((slice) => ({
      tenantId,
      day,
      bucketFrom: slice[0]?.[1] ?? 0,
      bucketTo: slice.at(-1)?.[1] ?? 0,
      threadIds: slice.map(([threadId]) => threadId),
    })),
  )
  const ratings = rows.surveyAnswers.filter((row) => row.questionKind === 'agentRating')
  const attribute = [
    ...attributeJobs(
      tenantId,
      rows.orderLines.map((row) => row.day),
      'orders',
      settings,
    ).map((job) => Object.assign(job, buyersOf(rows.orderLines))),
    ...attributeJobs(
      tenantId,
      ratings.map((row) => row.day),
      'ratings',
      settings,
    ),
  ]
  return { analyse, attribute }
}
