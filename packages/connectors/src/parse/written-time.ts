/** A moment as a clock on the wall shows it; `offsetMinutes` only when the text names one. */
export interface WallClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  offsetMinutes?: number
}

interface Day {
  year: number
  month: number
  day: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = months.join('|')

const clock = String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?)?:?`
const zone = String.raw`\s*(?<zone>z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|utc|gmt|cst)?`
const tail = String.raw`(?:(?:\s+|t)(?:${clock}))?${zone}`

const patterns: readonly RegExp[] = [
  String.raw`(?<year>\d{4}|\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
  String.raw`(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4})`,
  String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})`,
  String.raw`(?<month>\d{1,2})[-/](?<day>\d{1,2})(?=\s+\d{1,2}:)`,
  String.raw`(?<monthName>${monthName})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4}),?`,
  String.raw`(?<day>\d{1,2})[-\s](?<monthName>${monthName})[a-z]*\.?[-\s](?<year>\d{4}),?`,
].map((date) => new RegExp(`^${date}${tail}$`, 'i'))

/** `1/2/2026`, the American order of Excel; the European one when the first number cannot be a month. */
const monthFirst = patterns[1]

/** `20260102150405` and `202601021504`: cut into the parts the other patterns know. */
const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/

const halfDays: readonly [RegExp, 'morning' | 'afternoon'][] = [
  [/下午|傍晚|晚上|晚间|\bpm\b|(?<=\d)pm\b/i, 'afternoon'],
  [/中午/, 'afternoon'],
  [/上午|凌晨|早上|清晨|早晨|\bam\b|(?<=\d)am\b/i, 'morning'],
]

const relativeDays: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2 }

/** Chinese date words to the marks the patterns use: `2026年1月2日15时4分5秒` → `2026-1-2 15:4:5`. */
function toMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?/g, ' ')
    .replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
    .replace(/[年月]/g, '-')
    .replace(/[日号]/g, ' ')
    .replace(/[时点](?!\d)/g, ':00')
    .replace(/[时点]/g, ':')
    .replace(/分(?!\d)/g, '')
    .replace(/分/g, ':')
    .replace(/秒/g, '')
    .replace(packed, (_, y, mo, d, h, mi, s) => `${y}-${mo}-${d} ${h}:${mi}:${s ?? '00'}`)
    .replace(/\s+/g, ' ')
    .trim()
}

function takeHalfDay(text: string): { text: string; half: 'morning' | 'afternoon' | null } {
  for (const [pattern, half] of halfDays) {
    if (pattern.test(text)) return { text: text.replace(pattern, ' '), half }
  }
  return { text, half: null }
}

function dayBefore(day: Day, days: number): Day {
  const moment = new Date(Date.UTC(day.year, day.month - 1, day.day - days))
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() }
}

function withRelativeDay(text: string, today: () => Day): string {
  const word = /^(今天|昨天|前天)/.exec(text)?.[1]
  if (word === undefined) return text
  const day = dayBefore(today(), relativeDays[word] ?? 0)
  return `${day.year}-${day.month}-${day.day} ${text.slice(word.length)}`
}

function readOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (/^cst$/i.test(zone)) return 480
  const parts = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (parts === null) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  return parts[1] === '-' ? -minutes : minutes
}

function readYear(year: string | undefined, month: number, day: number, today: () => Day): number {
  if (year !== undefined) return year.length === 2 ? 2000 + Number(year) : Number(year)
  const now = today()
  const later = month > now.month || (month === now.month && day > now.day)
  return later ? now.year - 1 : now.year
}

function readHour(hour: number, half: 'morning' | 'afternoon' | null): number {
  if (half === 'afternoon' && hour < 12 && hour > 0) return hour + 12
  return half === 'morning' && hour === 12 ? 0 : hour
}

/** Reads a written time into a wall clock; whether that day exists is checked by the caller. */
export function writtenTime(text: string, today: () => Day): WallClock | null {
  const taken = takeHalfDay(withRelativeDay(text, today))
  const marked = toMarks(taken.text)
  for (const pattern of patterns) {
    const found = pattern.exec(marked)?.groups
    if (found === undefined) continue
    let month =
      found['month'] === undefined
        ? months.indexOf((found['monthName'] ?? '').toLowerCase()) + 1
        : Number(found['month'])
    let day = Number(found['day'])
    if (pattern === monthFirst && month > 12 && day <= 12) [month, day] = [day, month]
    const offsetMinutes = readOffset(found['zone'])
    return {
      year: readYear(found['year'], month, day, today),
      month,
      day,
      hour: readHour(Number(found['hour'] ?? 0), taken.half),
      minute: Number(found['minute'] ?? 0),
      second: Number(found['second'] ?? 0),
      millisecond: Number((found['fraction'] ?? '').padEnd(3, '0').slice(0, 3)),
      ...(offsetMinutes === undefined ? {} : { offsetMinutes }),
    }
  }
  return null
}
