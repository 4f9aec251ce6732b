import { looksLikeDuration } from '../parse/duration.ts'
import { parseNumber, parsePercent } from '../parse/number.ts'
import { parseTime } from '../parse/time.ts'

/** A row of the sample: 1-based line and its cells. */
export interface SampleRow {
  line: number
  cells: string[]
}

export interface Header {
  /** Lines that form the header; none when the file starts with data. */
  rows: number[]
  columns: string[]
}

const looksLikeTime = (text: string): boolean =>
  text.length >= 6 &&
  /\d/.test(text) &&
  !/^\d{1,5}(?:\.\d+)?$/.test(text) &&
  parseTime(text, 'UTC', 0) !== null

/** True for what stands in data but hardly ever in a header: numbers, times, percentages, durations. */
export function looksLikeData(cell: string): boolean {
  const text = cell.trim()
  if (text === '' || text === '-' || text === '--') return false
  return (
    parseNumber(text) !== null ||
    parsePercent(text) !== null ||
    looksLikeTime(text) ||
    looksLikeDuration(text)
  )
}

const filled = (row: SampleRow): string[] =>
  row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

/** A title or note above the table: one text, alone or spread by a merge, or much narrower than what follows. */
function isTitle(row: SampleRow, width: number): boolean {
  const cells = filled(row)
  return width > 1 && (new Set(cells).size === 1 || cells.length < width * 0.34)
}

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length

const widthOf = (rows: readonly SampleRow[]): number => {
  const widths = rows.map((row) => filled(row).length).sort((a, b) => a - b)
  return Math.max(1, widths[Math.floor(widths.length * 0.75)] ?? 1)
}

/** True when a header row leaves room for another below: groups over several columns, or gaps. */
function isGrouped(row: SampleRow, width: number): boolean {
  const cells = filled(row)
  return new Set(cells).size < cells.length || cells.length < width
}

/** How much of a header row is words of its own, at most as long as a column name is. */
function isNames(row: SampleRow): boolean {
  const cells = filled(row)
  return share(cells, looksLikeData) < 0.3 && cells.every((cell) => cell.length <= 80)
}

/**
 * Finds the header among the first rows: titles and notes are passed, then the first row of names; rows below join it
 * while it has groups or gaps and they are names too (京东 tables use up to three). `known` counts column names the
 * presets know, so that a header whose names look like data is found and a row of chat text is not taken for one.
 */
export function detectHeader(rows: readonly SampleRow[], known: (name: string) => boolean): Header {
  const width = widthOf(rows)
  const candidates = rows.slice(0, 15)
  const best = candidates.findIndex(
    (row) => knownShare(row, known) >= 0.5 && filled(row).length >= Math.min(2, width),
  )
  const first = best !== -1 ? best : candidates.findIndex((row) => !isTitle(row, width))
  const start = candidates[first]
  if (start === undefined) return { rows: [], columns: [] }
  if (best === -1 && !isNames(start)) return { rows: [], columns: numbered(width) }
  const header = [groupAbove(rows, first, width), start].filter((row) => row !== undefined)
  for (let next = first + 1; next < first + 3; next += 1) {
    const row = rows[next]
    const above = header.at(-1)
    if (row === undefined || above === undefined || !isGrouped(above, width)) break
    if (!isNames(row) || share(filled(row), looksLikeData) > 0 || !continues(above, row, rows[next + 1]))
      break
    header.push(row)
  }
  return { rows: header.map((row) => row.line), columns: joinHeader(header) }
}

const knownShare = (row: SampleRow, known: (name: string) => boolean): number => share(filled(row), known)

/** A row of groups right above the names (`接待` over 咨询量 and 接待量) belongs to the header. */
function groupAbove(rows: readonly SampleRow[], first: number, width: number): SampleRow | undefined {
  const above = rows[first - 1]
  if (above === undefined || isTitle(above, width) || !isNames(above)) return undefined
  return isGrouped(above, width) ? above : undefined
}

/** A second header row names what the first left open, and data follow below it. */
function continues(above: SampleRow, row: SampleRow, below: SampleRow | undefined): boolean {
  const repeats = above.cells.some((cell, at) => {
    const text = cell.trim()
    const before = above.cells[at - 1]?.trim()
    return text === '' ? (row.cells[at] ?? '').trim() !== '' : text === before
  })
  return (
    repeats &&
    (below === undefined ||
      share(filled(below), looksLikeData) > 0 ||
      filled(below).length >= filled(row).length)
  )
}

const numbered = (width: number): string[] => Array.from({ length: width }, (_, at) => `列${at + 1}`)

/** Gaps of a group row take the name to their left, as the merged cell meant it. */
function spread(cells: readonly string[], below: readonly string[]): string[] {
  let last = ''
  return below.map((under, at) => {
    const text = (cells[at] ?? '').trim()
    if (text !== '') last = text
    return text !== '' ? text : under.trim() === '' ? '' : last
  })
}

/** Column names of one or more header rows, joined top to bottom with `/`; repeated names are numbered. */
export function joinHeader(rows: readonly SampleRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const bottom = Array.from({ length: width }, (_, at) => rows.at(-1)?.cells[at] ?? '')
  const parts = rows.map((row, index) =>
    index === rows.length - 1 ? bottom.map((cell) => cell.trim()) : spread(row.cells, bottom),
  )
  const joined = Array.from({ length: width }, (_, at) => {
    const names = parts.map((cells) => (cells[at] ?? '').replace(/\s+/g, ' ')).filter((name) => name !== '')
    return [...new Set(names)].join('/')
  })
  return numberRepeats(joined)
}

/** `备注`, `备注` → `备注`, `备注_2`; a column without a name is called by its place. */
export function numberRepeats(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  const taken = new Set(names)
  return names.map((name, at) => {
    const base = name === '' ? `列${at + 1}` : name
    let times = (seen.get(base) ?? 0) + 1
    while (times > 1 && taken.has(`${base}_${times}`)) times += 1
    seen.set(base, times)
    return times === 1 ? base : `${base}_${times}`
  })
}
