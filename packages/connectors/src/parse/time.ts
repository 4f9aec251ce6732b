import { DateTime } from 'luxon'
import { writtenTime, type WallClock } from './written-time.ts'

const secondsPerDay = 86_400
/** Zones without daylight saving since 1992, so a fixed offset is exact; luxon costs 30 times as much per call. */
const fixedOffsets: Readonly<Record<string, number>> = {
  'Asia/Shanghai': 8,
  'Asia/Chongqing': 8,
  'Asia/Urumqi': 6,
  'Asia/Hong_Kong': 8,
  'Asia/Taipei': 8,
  'Asia/Singapore': 8,
  PRC: 8,
  UTC: 0,
}

/** Days from 1970-01-01 to a civil date (proleptic Gregorian). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 + yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  )
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isReal(clock: WallClock): boolean {
  const { year, month, day, hour, minute, second } = clock
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month))
    return false
  return hour <= 23 && minute <= 59 && second <= 60
}

function toEpoch(clock: WallClock, timezone: string): number | null {
  if (!isReal(clock)) return null
  const { year, month, day, hour, minute, second, millisecond } = clock
  const offsetHours = clock.offsetMinutes === undefined ? fixedOffsets[timezone] : clock.offsetMinutes / 60
  if (offsetHours !== undefined) {
    const seconds = daysFromCivil(year, month, day) * secondsPerDay + hour * 3_600 + minute * 60 + second
    return (seconds - offsetHours * 3_600) * 1000 + millisecond
  }
  const { offsetMinutes: _, ...wall } = clock
  const epoch = DateTime.fromObject({ ...wall, second: Math.min(second, 59) }, { zone: timezone }).toMillis()
  return Number.isNaN(epoch) ? null : epoch
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)
const dateMarks = '-/.'

/** `2026-01-02 03:04:05` and its siblings, read without a pattern: 3 million a second instead of 0.6. */
function fixedWidth(text: string): WallClock | null {
  if (text.length !== 19 || text[13] !== ':' || text[16] !== ':') return null
  if (!dateMarks.includes(text[4] as string) || text[7] !== text[4]) return null
  if (text[10] !== ' ' && text[10] !== 'T') return null
  for (let at = 0; at < 19; at += 1) {
    if (at === 4 || at === 7 || at === 10 || at === 13 || at === 16) continue
    const value = digit(text, at)
    if (!(value >= 0 && value <= 9)) return null
  }
  const year = two(text, 0) * 100 + two(text, 2)
  return {
    year,
    month: two(text, 5),
    day: two(text, 8),
    hour: two(text, 11),
    minute: two(text, 14),
    second: two(text, 17),
    millisecond: 0,
  }
}

/** Excel counts days from 1899-12-30; 20,000–80,000 is 1954–2119, which no other number in a time column means. */
function fromNumber(number: number, text: string): WallClock | number | null {
  if (number >= 20_000 && number < 80_000) return fromExcelSerial(number)
  const whole = /^\d+/.exec(text)?.[0].length ?? 0
  if (whole === 10) return Math.round(number * 1000)
  if (whole === 13) return Math.round(number)
  if (whole === 16) return Math.round(number / 1000)
  return null
}

/** Wall clock of an Excel day number, rounded to the millisecond against binary fractions. */
export function fromExcelSerial(serial: number, date1904 = false): WallClock {
  const milliseconds = Math.round((serial - (date1904 ? 24_107 : 25_569)) * secondsPerDay * 1000)
  const moment = new Date(Math.round(milliseconds / 10) * 10)
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    millisecond: moment.getUTCMilliseconds(),
  }
}

/** What local day it is now, for texts that leave out the year or say 昨天. */
function today(now: number, timezone: string): { year: number; month: number; day: number } {
  const local = DateTime.fromMillis(now, { zone: timezone })
  const usable = local.isValid ? local : DateTime.fromMillis(now, { zone: 'UTC' })
  return { year: usable.year, month: usable.month, day: usable.day }
}

/**
 * Epoch milliseconds of a time as files write it: ISO, `2026/1/2 3:04`, `2026年1月2日 下午3:04`, `20260102`,
 * `20260102150405`, an Excel serial, epoch seconds or milliseconds; null when it is none or does not exist.
 * Texts without an offset are wall-clock time of `timezone`; `now` completes texts without a year.
 */
export function parseTime(text: string, timezone: string, now: number): number | null {
  const fixed = fixedWidth(text)
  if (fixed !== null) return toEpoch(fixed, timezone)
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 64) return null
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const found = fromNumber(Number(trimmed), trimmed)
    if (typeof found === 'number') return found
    if (found !== null) return toEpoch(found, timezone)
  }
  const written = writtenTime(trimmed, () => today(now, timezone))
  return written === null ? null : toEpoch(written, timezone)
}

/** `2026-01-02 03:04:05` in a timezone, as previews show it. */
export function formatTime(epoch: number, timezone: string): string {
  const local = DateTime.fromMillis(epoch, { zone: timezone })
  return (local.isValid ? local : DateTime.fromMillis(epoch, { zone: 'UTC' })).toFormat('yyyy-MM-dd HH:mm:ss')
}
