import type { Grain, TimeRange } from '@kesheng/contracts/metrics/query'

/** A closed range of local days in the workspace's timezone, both included, `YYYY-MM-DD`. */
export interface DayRange {
  from: string
  to: string
}

export const periodPresets = ['7d', '30d', '90d', 'all'] as const
export type PeriodPreset = (typeof periodPresets)[number]
export const defaultPeriod: PeriodPreset = '30d'

const dayMs = 86_400_000
const custom = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

const epochDay = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)
const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

/** `2026-11-30` + 1 → `2026-12-01`. */
export function addDays(day: string, count: number): string {
  return isoDay(epochDay(day) + count)
}

export function daysIn(range: DayRange): number {
  return epochDay(range.to) - epochDay(range.from) + 1
}

export function isPeriod(text: string): boolean {
  const [, from, to] = custom.exec(text) ?? []
  if (from && to) return !Number.isNaN(epochDay(from)) && !Number.isNaN(epochDay(to)) && from <= to
  return text === 'all' || /^[1-9]\d{0,3}d$/.test(text)
}

export function customPeriod(range: DayRange): string {
  return `${range.from}..${range.to}`
}

/** The local calendar day of a moment. */
export function localDay(now: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(now)
}

/** The days a period means today; null for all time. */
export function daysOf(period: string, today: string): DayRange | null {
  if (period === 'all') return null
  const [, from, to] = custom.exec(period) ?? []
  if (from && to) return { from, to }
  return { from: addDays(today, 1 - Number.parseInt(period, 10)), to: today }
}

/** The range of equal length right before. */
export function previousDays(range: DayRange): DayRange {
  return { from: addDays(range.from, -daysIn(range)), to: addDays(range.from, -1) }
}

export function timeRangeOf(range: DayRange | null): TimeRange {
  return range ? { from: range.from, to: range.to } : {}
}

/** A grain that gives a trend 7–93 points; all time is read by month. */
export function grainOf(range: DayRange | null): Grain {
  if (!range) return 'month'
  const days = daysIn(range)
  if (days <= 2) return 'hour'
  if (days <= 93) return 'day'
  return days <= 500 ? 'week' : 'month'
}

/** The days a trend point stands for, so a click on it opens exactly those; an hour opens its day. */
export function daysOfPoint(start: string, grain: Grain, range: DayRange | null): DayRange {
  const from = start.slice(0, 10)
  const lengths = { hour: 1, day: 1, week: 7, month: daysInMonth(from) }
  const to = addDays(from, lengths[grain] - 1)
  if (!range) return { from, to }
  return { from: from < range.from ? range.from : from, to: to > range.to ? range.to : to }
}

function daysInMonth(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
