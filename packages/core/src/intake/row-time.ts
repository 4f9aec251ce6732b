import { millisecondsPerDay } from '../time/days.ts'
import type { RejectCode } from './rejects.ts'
import type { RowContext } from './row-context.ts'

/** 2000-01-01T00:00:00Z: no shop chat or order is older, wrong units are. */
const earliest = 946_684_800_000

export type RowTime = { at: number; assumed: boolean } | { problem: RejectCode }

/**
 * The time a row is stored under. Without one the import's default time applies, a second a row in file order, so
 * order is kept; such times are marked as assumed.
 */
export function rowTime(
  at: number | null,
  context: Pick<RowContext, 'defaultTime' | 'now'>,
  position: number,
): RowTime {
  if (at === null) {
    if (context.defaultTime === null) return { problem: 'missing_time' }
    return { at: context.defaultTime + position * 1000, assumed: true }
  }
  if (!Number.isFinite(at) || at < earliest) return { problem: 'bad_time' }
  if (at > context.now + millisecondsPerDay) return { problem: 'future_date' }
  return { at: Math.round(at), assumed: false }
}

/** A second time of a row (payment, reply, end): out-of-range values are dropped, the row is kept. */
export function sideTime(at: number | undefined): number | null {
  return at !== undefined && Number.isFinite(at) && at >= earliest && at < 4_102_444_800_000
    ? Math.round(at)
    : null
}
