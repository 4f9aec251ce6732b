import { localeOf, noValue, type Language } from './value.ts'

/** An ISO time as the workspace's clock shows it, `2026-11-01 09:30`. */
export function formatTime(
  iso: string | null,
  timezone: string,
  language: Language,
  seconds = false,
): string {
  if (iso === null) return noValue
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(new Date(iso))
}

export function formatDay(iso: string | null, timezone: string, language: Language): string {
  if (iso === null) return noValue
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(iso))
}

/** A trend point's start (`2026-11-01` or `2026-11-01 09:00…`, already local) as a short axis label. */
export function pointLabel(start: string): string {
  const [, month, day, hour] = /^\d{4}-(\d{2})-(\d{2})(?:[T ](\d{2}))?/.exec(start) ?? []
  if (!month || !day) return start
  return hour && hour !== '00'
    ? `${Number(month)}/${Number(day)} ${hour}:00`
    : `${Number(month)}/${Number(day)}`
}
