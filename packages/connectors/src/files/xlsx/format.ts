import { fromExcelSerial } from '../../parse/time.ts'

/** How a number of a cell is meant. */
export type NumberFormat = 'plain' | 'date' | 'elapsed' | 'percent'

const isBetween = (id: number, from: number, to: number): boolean => id >= from && id <= to

/** Formats that Excel knows by number alone (14–22 dates, 27–36 and 50–58 East Asian dates, 45–47 times). */
function builtin(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent'
  if (id === 46) return 'elapsed'
  const date =
    isBetween(id, 14, 22) || isBetween(id, 27, 36) || id === 45 || id === 47 || isBetween(id, 50, 58)
  return date ? 'date' : 'plain'
}

/** Reads a format code such as `yyyy"年"m"月"`, `[h]:mm:ss`, `0.00%`. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtin(id)
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\./g, '')
  if (/\[[hms]+\]/i.test(bare)) return 'elapsed'
  const marks = bare.replace(/\[[^\]]*\]/g, '')
  if (marks.includes('%')) return 'percent'
  return /[ymdhs]/i.test(marks) && !/general/i.test(marks) ? 'date' : 'plain'
}

const pad = (number: number): string => String(number).padStart(2, '0')

function clockText(seconds: number): string {
  const whole = Math.round(seconds)
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}

/** A date cell as `2026-01-02` or `2026-01-02 03:04:05`; a time of day alone as `03:04:05`. */
function dateText(serial: number, date1904: boolean): string {
  if (serial < 1 && !date1904) return clockText(serial * 86_400)
  const clock = fromExcelSerial(serial, date1904)
  const day = `${clock.year}-${pad(clock.month)}-${pad(clock.day)}`
  const seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
  if (seconds === 0 && clock.millisecond === 0) return day
  return `${day} ${clockText(seconds)}`
}

/** Excel keeps 15 digits; more are noise of the binary form (0.30000000000000004). */
const plainText = (number: number): string => {
  const text = String(Number(number.toPrecision(15)))
  return text.includes('e+') ? BigInt(Math.round(number)).toString() : text
}

/** Text of a number cell as its format means it. */
export function numberText(raw: string, format: NumberFormat, date1904: boolean): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (format === 'percent') return `${plainText(Number((number * 100).toPrecision(12)))}%`
  if (format === 'elapsed') return clockText(number * 86_400)
  if (format === 'date' && number >= 0 && number < 2_958_466) return dateText(number, date1904)
  return plainText(number)
}
