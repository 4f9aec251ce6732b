/** A stretch of digits that may be written with separators: `138 0013-8000`. */
export interface DigitRun {
  start: number
  end: number
  /** Digits only (a closing X of an ID card included), separators gone. */
  digits: string
  /** Offset in the text of every digit. */
  offsets: number[]
  /** Index into `digits` where each unbroken group starts. */
  groups: number[]
}

const chineseDigits = new Map([...'零一二三四五六七八九'].map((symbol, value) => [symbol, String(value)]))
chineseDigits.set('〇', '0').set('幺', '1').set('两', '2')

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isSeparator(symbol: string): boolean {
  return (
    symbol === ' ' ||
    symbol === '-' ||
    symbol === '.' ||
    symbol === '_' ||
    symbol === '—' ||
    symbol === '\u00a0'
  )
}

/** Position of the next digit when at most two separators stand between, else −1. */
function nextDigit(text: string, from: number): number {
  let position = from
  while (position < text.length && position - from < 2 && isSeparator(text[position]!)) position += 1
  return position > from && position < text.length && isDigit(text.charCodeAt(position)) ? position : -1
}

function readRun(text: string, start: number): DigitRun {
  const run: DigitRun = { start, end: start, digits: '', offsets: [], groups: [0] }
  const digits: string[] = []
  let position = start
  for (;;) {
    while (position < text.length && isDigit(text.charCodeAt(position))) {
      run.offsets.push(position)
      digits.push(text[position]!)
      position += 1
    }
    run.end = position
    const next = nextDigit(text, position)
    if (next < 0) break
    run.groups.push(digits.length)
    position = next
  }
  const closing = text[position]
  const lastGroup = digits.length - run.groups.at(-1)!
  if ((closing === 'x' || closing === 'X') && (lastGroup === 17 || digits.length === 17)) {
    run.offsets.push(position)
    digits.push('X')
    run.end = position + 1
  }
  run.digits = digits.join('')
  return run
}

/** Every digit run with at least `least` digits, left to right. One pass. */
export function digitRuns(text: string, least = 5): DigitRun[] {
  const runs: DigitRun[] = []
  let position = 0
  while (position < text.length) {
    if (!isDigit(text.charCodeAt(position))) {
      position += 1
      continue
    }
    const run = readRun(text, position)
    position = run.end
    if (run.digits.length >= least) runs.push(run)
  }
  return runs
}

/** Runs of at least eleven Chinese digits (一三八〇…), read as digits. */
export function chineseDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  for (const match of text.matchAll(/[零〇一幺二两三四五六七八九]{11,}/g)) {
    const digits = [...match[0]].map((symbol) => chineseDigits.get(symbol)!).join('')
    const offsets = Array.from({ length: digits.length }, (_, i) => match.index + i)
    runs.push({ start: match.index, end: match.index + digits.length, digits, offsets, groups: [0] })
  }
  return runs
}
