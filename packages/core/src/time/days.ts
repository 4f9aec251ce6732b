export const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 (UTC) of an epoch time in milliseconds: the storage day of every fact. */
export function dayOf(time: number): number {
  return Math.floor(time / millisecondsPerDay)
}

/** First millisecond of a storage day. */
export function startOfDay(day: number): number {
  return day * millisecondsPerDay
}

/** `20454` → `2026-01-01`, the form in which days go into statements. */
export function dayText(day: number): string {
  return new Date(startOfDay(day)).toISOString().slice(0, 10)
}

/** Whole days that a number of hours can reach into. */
export function daysOfHours(hours: number): number {
  return Math.ceil(hours / 24)
}

/** The range of storage days `from` … `to`, both included. */
export function daysBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
