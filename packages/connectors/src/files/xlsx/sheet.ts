import { decodeText } from '../encoding.ts'
import type { CellRow, ReadHooks } from '../source-row.ts'
import { zipEntryBytes } from '../zip.ts'
import { type Book, scanPart, type Sheet, unescapeControl } from './book.ts'
import { numberText } from './format.ts'
import { Merges, parseRange } from './merges.ts'
import { attribute, type XmlHandler, XmlScanner } from './xml.ts'

/** `AB12` → 27 (0-based column). */
export function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return index - 1
}

/** Merged ranges stand after the rows, so they need a pass of their own before the rows can be filled. */
async function readMerges(book: Book, sheet: Sheet, hooks: ReadHooks): Promise<Merges> {
  const merges = new Merges()
  await scanPart(
    book.path,
    sheet.part,
    {
      open(name, attributes) {
        if (name === 'mergeCell') merges.add(parseRange(attribute(attributes, 'ref')))
      },
      close: () => undefined,
      text: () => undefined,
    },
    { signal: hooks.signal },
  )
  return merges
}

/** Builds rows from the tags of one sheet. */
class RowBuilder implements XmlHandler {
  rows: CellRow[] = []
  private readonly book: Book
  private readonly merges: Merges
  private line = 0
  private cells: string[] = []
  private column = -1
  private kind = ''
  private style = 0
  private value = ''
  private collecting = false

  constructor(book: Book, merges: Merges) {
    this.book = book
    this.merges = merges
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      const number = Number(attribute(attributes, 'r'))
      this.line = number > 0 ? number : this.line + 1
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      const reference = attribute(attributes, 'r')
      this.column = reference === '' ? this.column + 1 : columnIndex(reference)
      this.kind = attribute(attributes, 't')
      this.style = Number(attribute(attributes, 's') || 0)
      this.value = ''
    } else if (name === 'v' || name === 't') this.collecting = true
  }

  text(text: string): void {
    if (this.collecting) this.value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false
    else if (name === 'c') this.putCell()
    else if (name === 'row') {
      this.merges.fill(this.line, this.cells)
      if (this.cells.some((cell) => cell !== '')) this.rows.push({ line: this.line, cells: this.cells })
    }
  }

  private putCell(): void {
    if (this.column < 0 || this.column > 16_383) return
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = this.cellText()
  }

  private cellText(): string {
    if (this.kind === 's') return this.book.strings[Number(this.value)] ?? ''
    if (this.kind === 'str' || this.kind === 'inlineStr') return unescapeControl(this.value)
    if (this.kind === 'b') return this.value === '1' ? 'TRUE' : 'FALSE'
    if (this.kind === 'e') return ''
    if (this.kind === 'd') return this.value
    return numberText(this.value, this.book.formats[this.style] ?? 'plain', this.book.date1904)
  }
}

/** Rows of one sheet as they stream out of the workbook; merged cells carry their value in every cell they cover. */
export async function* sheetRows(book: Book, sheet: Sheet, hooks: ReadHooks = {}): AsyncGenerator<CellRow[]> {
  const builder = new RowBuilder(book, await readMerges(book, sheet, hooks))
  const scanner = new XmlScanner(builder)
  for await (const text of decodeText(zipEntryBytes(book.path, sheet.part, hooks), 'utf-8')) {
    scanner.push(text)
    if (builder.rows.length === 0) continue
    yield builder.rows
    builder.rows = []
  }
}
