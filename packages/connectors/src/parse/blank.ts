/** What exports write where there is nothing. Free text is not compared with these: a buyer may really answer 无. */
const placeholders = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\n',
  '无',
  '暂无',
  '空',
  'null',
  '(null)',
  'none',
  'nil',
  'nan',
  'n/a',
  '#n/a',
  'undefined',
])

/** True for a structured value (time, number, id, choice) that says "nothing here". */
export function isBlank(text: string): boolean {
  if (text.length > 9) return false
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return false
  return placeholders.has(text.trim().toLowerCase())
}

/** True for a free text that a database export wrote for "nothing here". */
export function isBlankText(text: string): boolean {
  return text === '' || text === 'NULL' || text === '\\N' || text === 'null' || text === 'NaN'
}

const formulaText = /^="(.*)"$/s

/**
 * Takes off what spreadsheets and shop back-ends wrap around cells: outer white space and tabs, zero-width marks,
 * and `="…"` or a leading apostrophe that keep long order numbers from turning into 1.2E+17.
 */
export function cleanCell(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length === 0) return ''
  const first = trimmed.charCodeAt(0)
  if (first === 61) return formulaText.exec(trimmed)?.[1]?.trim() ?? trimmed
  if (first === 39 && /^'\d+$/.test(trimmed)) return trimmed.slice(1)
  if (first === 0x200b || first === 0xfeff) return cleanCell(trimmed.slice(1))
  return trimmed
}
