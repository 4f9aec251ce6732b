const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const magnitudes: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, 亿: 1e8, k: 1e3 }

/** `1,234.5`, `１２`, `1.2万`, `(3.5)` → number; null when it is none. */
export function parseNumber(text: string): number | null {
  if (plain.test(text)) return finite(Number(text))
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  const inBrackets = /^\((.+)\)$/.exec(folded)?.[1]
  if (inBrackets !== undefined) return negate(parseNumber(inBrackets))
  const magnitude = magnitudes[folded.slice(-1).toLowerCase()]
  const digits = magnitude === undefined ? folded : folded.slice(0, -1)
  if (!plain.test(digits) && !grouped.test(digits)) return null
  return finite(Number(digits.replaceAll(',', '')) * (magnitude ?? 1))
}

/** `97.3%` → 0.973, `3‰` → 0.003; null when there is no percent sign. */
export function parsePercent(text: string): number | null {
  const parts = /^(.+?)\s*([%％‰])$/.exec(text.trim())
  if (parts === null) return null
  const number = parseNumber(parts[1] ?? '')
  return number === null ? null : Number((number / (parts[2] === '‰' ? 1000 : 100)).toPrecision(12))
}

const moneyMarks = /[￥¥$元圆]|rmb|cny|人民币/gi

/** Amount in yuan. `unit` says what a bare number means; a written 分 or 元 wins over it. */
export function parseMoney(text: string, unit: 'yuan' | 'fen' = 'yuan'): number | null {
  const trimmed = text.trim()
  const writtenFen = /\d\s*分$/.test(trimmed)
  const marked = /[￥¥元圆]/.test(trimmed)
  const number = parseNumber(trimmed.replace(/分$/, '').replace(moneyMarks, ''))
  if (number === null) return null
  const inFen = writtenFen || (unit === 'fen' && !marked)
  return Number((inFen ? number / 100 : number).toFixed(4))
}

/** `4`, `4.5分`, `5星`, `★★★★☆`, `80%` of five; null when it is none. */
export function parseScore(text: string): number | null {
  const trimmed = text.trim()
  if (/^[★☆]+$/.test(trimmed)) return [...trimmed].filter((star) => star === '★').length
  return parseNumber(trimmed.replace(/\s*(?:分|星级?|颗星|stars?|\/\s*(?:5|10|100))$/i, ''))
}

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null)
const negate = (number: number | null): number | null => (number === null ? null : -number)
