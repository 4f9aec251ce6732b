import type { Grain } from '@kesheng/contracts/metrics/query'
import { DateTime } from 'luxon'
import { isoTime, type ClosedPeriod } from './time-range.ts'

/** One period of a time axis. */
export interface Bucket extends ClosedPeriod {
  /** What the `time` column shows: a local date, or for hours an ISO time with offset. */
  readonly key: string
}

/** Every period of a grain that overlaps a span, in order; weeks begin on Monday. The ends are whole periods. */
export function buckets(period: ClosedPeriod, grain: Grain, timezone: string): Bucket[] {
  const result: Bucket[] = []
  let start = DateTime.fromMillis(period.from, { zone: timezone }).startOf(grain)
  while (start.toMillis() < period.to) {
    const next = start.plus({ [grain]: 1 }).startOf(grain)
    result.push({
      key: bucketKey(start.toMillis(), grain, timezone),
      from: start.toMillis(),
      to: next.toMillis(),
    })
    start = next
  }
  return result
}

export function bucketKey(start: number, grain: Grain, timezone: string): string {
  if (grain === 'hour') return isoTime(start, timezone)
  return DateTime.fromMillis(start, { zone: timezone }).toFormat('yyyy-MM-dd')
}
