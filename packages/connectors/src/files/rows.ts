import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { columnResolver } from '../mapping/values.ts'
import { CsvSplitter } from './csv.ts'
import { decodeText } from './encoding.ts'
import { contentBytes, type SourceFile } from './file.ts'
import type { DelimitedLayout, Layout, Table, WorkbookLayout } from './layout.ts'
import { jsonSplitter, toValues } from './layout.ts'
import { type CellRow, problemOf, type ReadHooks, type SourceRow } from './source-row.ts'
import { isSummaryRow } from './summary-row.ts'
import { sheetRows } from './xlsx/sheet.ts'

/** Fields that hold what people wrote: 合计 in them is a word, not a total. */
const textFields = ['text', 'transcript', 'appendText', 'reply']

function textColumns(mapping: Mapping, columns: readonly string[]): (index: number) => boolean {
  const resolve = columnResolver(columns)
  const names = new Set([
    ...textFields.flatMap((field) => mapping.fields[field]?.columns ?? []).map(resolve),
    ...(mapping.questions ?? []).map(({ column }) => resolve(column)),
  ])
  return (index) => names.has(columns[index] ?? '')
}

function aside(line: number, cells: readonly string[], reason: string): SourceRow {
  const value = cells.filter((cell) => cell !== '').slice(0, 8)
  return { line, problem: { field: '', value: value.join(' | '), reason } }
}

/** Turns cells into rows by name and sets totals and repeated headers aside. */
function rowNamer(table: Table, mapping: Mapping): (row: CellRow) => SourceRow | null {
  const { columns, rows } = table.header
  const headerLine = rows.at(-1) ?? 0
  const isText = textColumns(mapping, columns)
  const repeated = (cells: readonly string[]): boolean =>
    cells.length > 1 && rows.length > 0 && columns.every((column, at) => (cells[at] ?? '').trim() === column)
  return (row) => {
    if (row.line <= headerLine) return null
    if ('problem' in row) return row
    const { cells, line } = row
    if (cells[0] === '' && cells.every((cell) => cell.trim() === '')) return null
    if (cells[0] === columns[0] && repeated(cells)) return aside(line, cells, 'repeated_header')
    if (isSummaryRow(cells, isText)) return aside(line, cells, 'summary_row')
    return { line, values: toValues(columns, cells) }
  }
}

function textOfFile(file: SourceFile, mapping: Mapping, hooks: ReadHooks): AsyncGenerator<string> {
  return decodeText(contentBytes(file, hooks), mapping.encoding ?? (file.undecided ? null : file.encoding))
}

/** Runs a splitter over a text; what ends the text early becomes the last row's problem. */
async function* split<R extends { line: number }>(
  text: AsyncIterable<string>,
  splitter: { push(text: string): R[]; end(): R[] },
): AsyncGenerator<(R | SourceRow)[]> {
  let last = 0
  try {
    for await (const piece of text) {
      const rows = splitter.push(piece)
      if (rows.length === 0) continue
      last = rows.at(-1)?.line ?? last
      yield rows
    }
  } catch (error) {
    yield [{ line: last + 1, problem: problemOf(error) }]
    return
  }
  const rest = splitter.end()
  if (rest.length > 0) yield rest
}

async function* delimitedRows(
  file: SourceFile,
  layout: DelimitedLayout,
  mapping: Mapping,
  hooks: ReadHooks,
): AsyncGenerator<SourceRow[]> {
  const [table] = layout.tables
  const { columns, rows } = table.header
  const splitter = new CsvSplitter({
    delimiter: layout.delimiter,
    columns: columns.length,
    headerLine: rows.at(-1) ?? 0,
  })
  const name = rowNamer(table, mapping)
  for await (const chunk of split<CellRow>(textOfFile(file, mapping, hooks), splitter)) {
    yield chunk.map((row) => name(row as CellRow)).filter((row) => row !== null)
  }
}

async function* jsonRows(
  file: SourceFile,
  tables: readonly Table[],
  mapping: Mapping,
  hooks: ReadHooks,
): AsyncGenerator<SourceRow[]> {
  yield* split<SourceRow>(textOfFile(file, mapping, hooks), jsonSplitter(file, tables[0]?.name ?? ''))
}

/** Sheets one after the other; lines go on counting, so that no two rows of a file have the same. */
async function* workbookRows(
  layout: WorkbookLayout,
  tables: readonly Table[],
  mapping: Mapping,
  hooks: ReadHooks,
): AsyncGenerator<SourceRow[]> {
  let offset = 0
  for (const table of tables) {
    const sheet = layout.book.sheets.find(({ name }) => name === table.name)
    if (sheet === undefined) continue
    const name = rowNamer(table, mapping)
    let last = 0
    try {
      for await (const chunk of sheetRows(layout.book, sheet, hooks)) {
        last = chunk.at(-1)?.line ?? last
        const rows = chunk.map(name).filter((row) => row !== null)
        yield offset === 0 ? rows : rows.map((row) => ({ ...row, line: row.line + offset }))
      }
    } catch (error) {
      yield [{ line: offset + last + 1, problem: problemOf(error) }]
    }
    offset += last
  }
}

/** Rows of the chosen tables of a file, in order, a piece of the file at a time. */
export function readRows(
  file: SourceFile,
  layout: Layout,
  tables: readonly Table[],
  mapping: Mapping,
  hooks: ReadHooks,
): AsyncGenerator<SourceRow[]> {
  if (layout.form === 'workbook') return workbookRows(layout, tables, mapping, hooks)
  if (layout.form === 'json') return jsonRows(file, tables, mapping, hooks)
  return delimitedRows(file, layout, mapping, hooks)
}
