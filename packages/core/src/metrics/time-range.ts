import type { TimeRange } from '@kesheng/contracts/metrics/query'
import { DateTime } from 'luxon'
import { invalidInput } from '../errors/errors.ts'

/** Half-open span of instants, epoch milliseconds; null = open on that side. */
export interface Period {
  readonly from: number | null
  /** Excluded. */
  readonly to: number | null
}

export interface ClosedPeriod extends Period {
  readonly from: number
  readonly to: number
}

export interface TimeContext {
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA name. */
  readonly timezone: string
}

const localDate = /^\d{4}-\d{2}-\d{2}$/

/** Local dates (both included), ISO times (end excluded) or `last: '7d'` (today included) as instants. */
export function resolveTimeRange(range: TimeRange, context: TimeContext): Period {
  if ('last' in range) return lastDays(range.last, context)
  const from = range.from === undefined ? null : startMoment(range.from, context.timezone)
  const to = range.to === undefined ? null : endMoment(range.to, context.timezone)
  if (from !== null && to !== null && from >= to) {
    throw invalidInput({
      message: {
        zh: `时间范围的起点晚于终点：${range.from} – ${range.to}`,
        en: 'The time range ends before it begins',
      },
      remedy: { zh: '请交换起止时间', en: 'Swap from and to' },
      issues: [{ path: 'timeRange', message: 'from is after to' }],
    })
  }
  return { from, to }
}

/**
 * The span of equal length that ends where this one begins. Whole local days are counted as days, so a week across a
 * clock change is compared with a week.
 */
export function previousPeriod(period: Period, timezone: string): ClosedPeriod {
  if (!isClosed(period)) {
    throw invalidInput({
      message: {
        zh: '环比需要有起止的时间范围',
        en: 'Comparing with the previous period needs a closed time range',
      },
      remedy: { zh: '请给出起止日期，或用 last', en: 'Give from and to, or last' },
      issues: [{ path: 'compare', message: 'needs a closed time range' }],
    })
  }
  const from = DateTime.fromMillis(period.from, { zone: timezone })
  const to = DateTime.fromMillis(period.to, { zone: timezone })
  if (isMidnight(from) && isMidnight(to)) {
    const days = localDayNumber(to) - localDayNumber(from)
    return { from: from.minus({ days }).startOf('day').toMillis(), to: period.from }
  }
  return { from: period.from - (period.to - period.from), to: period.from }
}

export function isClosed(period: Period): period is ClosedPeriod {
  return period.from !== null && period.to !== null
}

/** ISO time with the workspace's offset, e.g. `2026-11-11T00:00:00+08:00`. */
export function isoTime(milliseconds: number, timezone: string): string {
  const at = DateTime.fromMillis(milliseconds, { zone: timezone })
  return at.toISO({ suppressMilliseconds: true }) ?? new Date(milliseconds).toISOString()
}

/** The local day that an instant falls on, e.g. `2026-11-11`. */
export function localDay(milliseconds: number, timezone: string): string {
  return DateTime.fromMillis(milliseconds, { zone: timezone }).toFormat('yyyy-MM-dd')
}

function lastDays(last: string, { now, timezone }: TimeContext): ClosedPeriod {
  const days = Number.parseInt(last, 10)
  if (days < 1) throw badMoment(last)
  const today = DateTime.fromMillis(now, { zone: knownZone(timezone) }).startOf('day')
  return {
    from: today
      .minus({ days: days - 1 })
      .startOf('day')
      .toMillis(),
    to: today.plus({ days: 1 }).startOf('day').toMillis(),
  }
}

function startMoment(value: string, timezone: string): number {
  return moment(value, timezone).toMillis()
}

function endMoment(value: string, timezone: string): number {
  const at = moment(value, timezone)
  return (localDate.test(value) ? at.plus({ days: 1 }).startOf('day') : at).toMillis()
}

/** A date is its local midnight (or the first instant of that day where midnight is skipped). */
function moment(value: string, timezone: string): DateTime {
  const at = DateTime.fromISO(value, { zone: knownZone(timezone) })
  if (!at.isValid) throw badMoment(value)
  return localDate.test(value) ? at.startOf('day') : at
}

function badMoment(value: string): Error {
  return invalidInput({
    message: { zh: `无法识别的时间：${value}`, en: `Not a time: ${value}` },
    remedy: { zh: '用 2026-11-01、ISO 时间或 7d 这样的写法', en: 'Use 2026-11-01, an ISO time, or 7d' },
    issues: [{ path: 'timeRange', message: `not a time: ${value}` }],
  })
}

function knownZone(timezone: string): string {
  if (DateTime.local({ zone: timezone }).isValid) return timezone
  throw invalidInput({
    message: { zh: `未知的时区：${timezone}`, en: `Unknown timezone: ${timezone}` },
    remedy: { zh: '用 IANA 名称，如 Asia/Shanghai', en: 'Use an IANA name such as Asia/Shanghai' },
  })
}

function isMidnight(at: DateTime): boolean {
  return at.toMillis() === at.startOf('day').toMillis()
}

/** Days since 1970-01-01 of a local calendar date. */
function localDayNumber(at: DateTime): number {
  return Math.round(Date.UTC(at.year, at.month - 1, at.day) / 86_400_000)
}
