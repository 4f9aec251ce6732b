import { type SourceRow, UnreadableFile, type Values } from '../source-row.ts'
import { parseRow } from './splitter.ts'

/** Longest line, UTF-16 units. */
const longestLine = 64 * 1024 * 1024

/** Cuts JSONL into rows; with a path, the rows inside each line's envelope. A broken line costs only itself. */
export class JsonLineSplitter {
  private readonly path: readonly string[]
  private rest = ''
  private line = 0

  constructor(path: readonly string[]) {
    this.path = path
  }

  push(text: string): SourceRow[] {
    const rows: SourceRow[] = []
    const joined = this.rest + text
    let at = 0
    for (let feed = joined.indexOf('\n'); feed !== -1; feed = joined.indexOf('\n', at)) {
      this.add(rows, joined.slice(at, feed))
      at = feed + 1
    }
    this.rest = joined.slice(at)
    if (this.rest.length > longestLine) throw new UnreadableFile('row_too_large', '')
    return rows
  }

  end(): SourceRow[] {
    const rows: SourceRow[] = []
    if (this.rest !== '') this.add(rows, this.rest)
    return rows
  }

  private add(rows: SourceRow[], text: string): void {
    this.line += 1
    const trimmed = text.trim()
    if (trimmed === '') return
    const row = parseRow(trimmed, this.line)
    if ('problem' in row || this.path.length === 0) rows.push(row)
    else for (const values of descend(row.values, this.path)) rows.push({ line: this.line, values })
  }
}

/** Objects at the end of a path; arrays on the way are walked through. */
export function descend(value: unknown, path: readonly string[]): Values[] {
  if (Array.isArray(value)) return value.flatMap((element) => descend(element, path))
  if (typeof value !== 'object' || value === null) return []
  const [key, ...rest] = path
  return key === undefined ? [value as Values] : descend((value as Values)[key], rest)
}
