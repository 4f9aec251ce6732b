import type { CellRow, RowProblem } from './source-row.ts'

/** Longest quoted cell, UTF-16 units. Beyond it a quote is taken as never closed. */
const longestCell = 1 << 20
const quoteCode = 34

export interface CsvOptions {
  delimiter: string
  /** Number of columns once the header is known; null while it is being looked for. */
  columns: number | null
  /** Rows up to this line are header or title and may have any width. */
  headerLine: number
}

type Attempt = { cells: string[]; end: number; lines: number } | 'incomplete' | 'broken'

/**
 * Splits CSV text as it streams in. Written by hand for what shops really send: a quote that is never closed costs
 * its own line, not the rest of the file, and lines without quotes (nearly all) take the fast path of `split`, which
 * reads 5 times as fast as a general parser.
 */
export class CsvSplitter {
  private rest = ''
  private line = 1
  private oldMac: boolean | null = null
  private readonly options: CsvOptions

  constructor(options: CsvOptions) {
    this.options = options
  }

  /** Rows completed by this piece of text. */
  push(text: string): CellRow[] {
    this.oldMac ??= !text.includes('\n') && /\r[^]/.test(text)
    const piece = this.oldMac ? text.replaceAll('\r', '\n') : text
    this.rest = this.rest === '' ? piece : this.rest + piece
    return this.take(false)
  }

  /** Rows left when the text has ended. */
  end(): CellRow[] {
    return this.rest === '' ? [] : this.take(true)
  }

  private take(final: boolean): CellRow[] {
    const rows: CellRow[] = []
    const text = this.rest
    const { delimiter } = this.options
    let at = 0
    while (at < text.length) {
      const feed = text.indexOf('\n', at)
      if (feed === -1 && !final) break
      const next = feed === -1 ? text.length : feed + 1
      const line = lineAt(text, at, feed)
      if (!hasOpeningQuote(line, delimiter)) {
        this.emit(rows, line.split(delimiter))
        at = next
        this.line += 1
        continue
      }
      const attempt = quotedRecord(text, at, delimiter, final)
      if (attempt === 'incomplete') break
      if (attempt === 'broken' || this.swallowsLines(attempt)) {
        rows.push({ line: this.line, problem: { field: '', value: clip(line), reason: 'broken_quote' } })
        at = next
        this.line += 1
        continue
      }
      this.emit(rows, attempt.cells)
      at = attempt.end
      this.line += attempt.lines
    }
    this.rest = text.slice(at)
    return rows
  }

  private emit(rows: CellRow[], cells: string[]): void {
    if (cells.length === 1 && (cells[0] as string).trim() === '') return
    const { columns, headerLine } = this.options
    const problem = columns === null || this.line <= headerLine ? null : ragged(cells, columns)
    rows.push(problem === null ? { line: this.line, cells } : { line: this.line, problem })
  }

  /** A cell that runs over several lines in a row of the wrong width: its quote closed somewhere it should not. */
  private swallowsLines(row: { cells: string[]; lines: number }): boolean {
    const { columns, headerLine } = this.options
    return row.lines > 1 && columns !== null && this.line > headerLine && row.cells.length !== columns
  }
}

const lineAt = (text: string, from: number, feed: number): string => {
  const end = feed === -1 ? text.length : feed
  return text.slice(from, end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end)
}

/** One record with quoted cells, starting at `from`. */
function quotedRecord(text: string, from: number, delimiter: string, final: boolean): Attempt {
  const cells: string[] = []
  let at = from
  let lines = 1
  for (;;) {
    if (text.charCodeAt(at) === quoteCode) {
      const close = closingQuote(text, at + 1, delimiter, final)
      if (typeof close === 'string') return close
      const cell = text.slice(at + 1, close)
      cells.push(cell.includes('""') ? cell.replaceAll('""', '"') : cell)
      lines += countBreaks(cell)
      at = close + 1
    } else {
      const feed = text.indexOf('\n', at)
      const mark = text.indexOf(delimiter, at)
      const cellEnds = mark !== -1 && (feed === -1 || mark < feed)
      if (!cellEnds && feed === -1 && !final) return 'incomplete'
      const end = cellEnds ? mark : feed === -1 ? text.length : feed
      cells.push(cellEnds ? text.slice(at, end) : lineAt(text, at, feed))
      at = end
    }
    if (text[at] !== delimiter) return { cells, end: pastBreak(text, at), lines }
    at += 1
  }
}

/** What may follow a closing quote: the delimiter, the end of the line or of the text. */
const closes = (next: string | undefined, delimiter: string): boolean =>
  next === undefined || next === delimiter || next === '\n' || next === '\r'

/**
 * Offset of the quote that closes a cell. A lone quote inside a cell of one line is sloppy writing and kept; in a
 * cell over several lines it is the opening quote of a later row, so the first one was never closed.
 */
function closingQuote(
  text: string,
  from: number,
  delimiter: string,
  final: boolean,
): number | 'incomplete' | 'broken' {
  const firstBreak = text.indexOf('\n', from)
  /** Offsets from here on are on a later line. No closure: this runs once a quoted cell. */
  const laterLine = firstBreak === -1 ? Number.POSITIVE_INFINITY : firstBreak
  let sloppy = false
  let at = text.indexOf('"', from)
  while (at !== -1 && at - from <= longestCell) {
    const next = text[at + 1]
    if (next === undefined && !final) return 'incomplete'
    if (next === '"') {
      at = text.indexOf('"', at + 2)
    } else if (closes(next, delimiter)) {
      return sloppy && at > laterLine ? 'broken' : at
    } else {
      if (at > laterLine) return 'broken'
      sloppy = true
      at = text.indexOf('"', at + 1)
    }
  }
  return at === -1 && !final && text.length - from <= longestCell ? 'incomplete' : 'broken'
}

/** True when some cell begins with a quote; quotes inside a cell are just characters. */
function hasOpeningQuote(line: string, delimiter: string): boolean {
  return line.charCodeAt(0) === quoteCode || line.includes(`${delimiter}"`)
}

function pastBreak(text: string, at: number): number {
  const feed = text[at] === '\r' && text[at + 1] === '\n' ? at + 1 : at
  return feed < text.length ? feed + 1 : feed
}

function countBreaks(cell: string): number {
  let breaks = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1
  return breaks
}

/** Rows that end early only lack empty cells at their end (Excel leaves those out); others lost or won a delimiter. */
function ragged(cells: string[], columns: number): RowProblem | null {
  if (cells.length === columns) return null
  if (cells.length > columns) {
    if (cells.slice(columns).every((cell) => cell.trim() === '')) return null
    return { field: '', value: clip(cells.join(' | ')), reason: 'ragged_row' }
  }
  if (cells.length > 1 && cells.length >= columns / 2) return null
  return { field: '', value: clip(cells.join(' | ')), reason: 'ragged_row' }
}

const clip = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
