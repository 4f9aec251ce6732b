import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { columnResolver } from '../mapping/values.ts'
import { CsvSplitter } from './csv.ts'
import { detectDelimiter } from './delimiter.ts'
import { type SourceFile, workbookPath } from './file.ts'
import { detectHeader, type Header, joinHeader, looksLikeData, type SampleRow } from './header.ts'
import { JsonLineSplitter } from './json/lines.ts'
import { JsonRowSplitter } from './json/splitter.ts'
import { jsonTables } from './json/tables.ts'
import type { CellRow, SourceRow, Values } from './source-row.ts'
import { isKnownColumn } from './vocabulary.ts'
import { type Book, openBook, type Sheet } from './xlsx/book.ts'
import { sheetRows } from './xlsx/sheet.ts'

const headerSample = 60

/** A table of a file: a delimited text, a sheet, or a list in a JSON document. */
export interface Table {
  /** Sheet name or JSON path; '' for the only one. */
  name: string
  header: Header
  /** First rows, as objects. */
  rows: Values[]
}

const sampleOf = (rows: readonly CellRow[]): SampleRow[] =>
  rows.flatMap((row) => ('cells' in row ? [row] : []))

const namesFound = (mapping: Mapping, columns: readonly string[]): number => {
  const present = new Set(columns)
  const resolve = columnResolver(columns)
  const wanted = Object.values(mapping.fields).flatMap((rule) => rule.columns)
  const questions = (mapping.questions ?? []).map(({ column }) => column)
  return [...wanted, ...questions].filter((name) => present.has(resolve(name))).length
}

/** The header as the mapping says, unless the file's own shows more of the mapping's columns. */
function headerFor(sample: readonly SampleRow[], mapping: Mapping | undefined): Header {
  const found = detectHeader(sample, isKnownColumn)
  if (mapping === undefined) return found
  const rows = sample.filter((row) => mapping.headerRows.includes(row.line))
  if (rows.length === 0) return found
  const stated = { rows: rows.map((row) => row.line), columns: joinHeader(rows) }
  return namesFound(mapping, stated.columns) >= namesFound(mapping, found.columns) ? stated : found
}

export function toValues(columns: readonly string[], cells: readonly string[]): Values {
  const values: Values = {}
  for (let at = 0; at < columns.length; at += 1) values[columns[at] as string] = cells[at] ?? ''
  return values
}

function tableOf(name: string, sample: readonly SampleRow[], mapping: Mapping | undefined): Table {
  const header = headerFor(sample, mapping)
  const last = header.rows.at(-1) ?? 0
  const rows = sample.filter((row) => row.line > last).map((row) => toValues(header.columns, row.cells))
  return { name, header, rows }
}

export interface DelimitedLayout {
  form: 'delimited'
  delimiter: string
  tables: [Table]
}
export interface WorkbookLayout {
  form: 'workbook'
  tables: Table[]
  book: Book
  release: () => Promise<void>
}
export interface JsonLayout {
  form: 'json'
  tables: Table[]
}
export type Layout = DelimitedLayout | WorkbookLayout | JsonLayout

function delimitedLayout(file: SourceFile, mapping: Mapping | undefined): DelimitedLayout {
  const delimiter = mapping?.delimiter ?? detectDelimiter(file.sample)
  const splitter = new CsvSplitter({ delimiter, columns: null, headerLine: 0 })
  const rows = splitter.push(file.sample)
  const all = file.complete || rows.length === 0 ? [...rows, ...splitter.end()] : rows
  return { form: 'delimited', delimiter, tables: [tableOf('', sampleOf(all).slice(0, 1000), mapping)] }
}

async function firstRows(book: Book, sheet: Sheet): Promise<SampleRow[]> {
  const rows: SampleRow[] = []
  for await (const chunk of sheetRows(book, sheet)) {
    rows.push(...sampleOf(chunk))
    if (rows.length >= headerSample * 5) break
  }
  return rows.slice(0, headerSample * 5)
}

async function workbookLayout(file: SourceFile, mapping: Mapping | undefined): Promise<WorkbookLayout> {
  const { path, release } = await workbookPath(file)
  try {
    const book = await openBook(path)
    const tables: Table[] = []
    for (const sheet of book.sheets.slice(0, 50))
      tables.push(tableOf(sheet.name, await firstRows(book, sheet), mapping))
    return { form: 'workbook', tables, book, release }
  } catch (error) {
    await release()
    throw error
  }
}

export const pathOf = (name: string): string[] => (name === '' ? [] : name.split('.'))

export function jsonSplitter(
  file: Pick<SourceFile, 'format'>,
  name: string,
): JsonRowSplitter | JsonLineSplitter {
  return file.format === 'jsonl' ? new JsonLineSplitter(pathOf(name)) : new JsonRowSplitter(pathOf(name))
}

const readable = (rows: readonly SourceRow[]): Values[] =>
  rows.flatMap((row) => ('values' in row ? [row.values] : []))

function jsonLayout(file: SourceFile): JsonLayout {
  const tables = jsonTables(file.sample).map((name) => {
    const rows = readable(jsonSplitter(file, name).push(file.sample)).slice(0, 300)
    return { name, header: { rows: [], columns: [] }, rows }
  })
  return { form: 'json', tables: tables.filter(({ rows, name }) => rows.length > 0 || name === '') }
}

/** Finds the tables of a file and the header of each. Give the layout to `releaseLayout` when done. */
export async function readLayout(file: SourceFile, mapping?: Mapping): Promise<Layout> {
  if (file.format === 'xlsx') return workbookLayout(file, mapping)
  if (file.format === 'json' || file.format === 'jsonl') return jsonLayout(file)
  return delimitedLayout(file, mapping)
}

/** Removes the temporary copy of a workbook that was inside an archive. */
export async function releaseLayout(layout: Layout | undefined): Promise<void> {
  if (layout?.form === 'workbook') await layout.release()
}

/** True when a table looks like one: columns and at least a row that is no further header. */
export const hasData = (table: Table): boolean =>
  table.rows.length > 0 &&
  (table.header.columns.length > 1 ||
    table.rows.some((row) => Object.values(row).some((cell) => looksLikeData(String(cell)))))
