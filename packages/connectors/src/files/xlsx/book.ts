import { decodeText } from '../encoding.ts'
import { type ReadHooks, UnreadableFile } from '../source-row.ts'
import { zipEntries, zipEntryBytes } from '../zip.ts'
import { formatOf, type NumberFormat } from './format.ts'
import { attribute, type XmlHandler, XmlScanner } from './xml.ts'

/** Excel allows 1,048,576 rows; half a gigabyte of distinct texts is far beyond what it opens. */
const longestStrings = 512 * 1024 * 1024

export interface Sheet {
  name: string
  /** Name of the zip entry. */
  part: string
}

/** What all sheets of a workbook share. */
export interface Book {
  path: string
  sheets: Sheet[]
  date1904: boolean
  strings: string[]
  /** Number format by style index. */
  formats: NumberFormat[]
}

/** Runs one XML part of the workbook through a handler. */
export async function scanPart(
  path: string,
  part: string,
  handler: XmlHandler,
  hooks: ReadHooks = {},
): Promise<void> {
  const scanner = new XmlScanner(handler)
  for await (const text of decodeText(zipEntryBytes(path, part, hooks), 'utf-8')) scanner.push(text)
}

const ignore = (): void => undefined

async function readWorkbook(
  path: string,
  part: string,
): Promise<{ sheets: { name: string; id: string }[]; date1904: boolean }> {
  const sheets: { name: string; id: string }[] = []
  let date1904 = false
  await scanPart(path, part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const id = /\s\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? ''
      sheets.push({ name: attribute(attributes, 'name'), id })
    },
    close: ignore,
    text: ignore,
  })
  return { sheets, date1904 }
}

async function readRelations(path: string, part: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await scanPart(path, part, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target')
      targets.set(attribute(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    close: ignore,
    text: ignore,
  })
  return targets
}

async function readStrings(path: string, part: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let length = 0
  let inText = false
  let inPhonetic = false
  await scanPart(path, part, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name !== 'si') return
      length += current.length
      if (length > longestStrings) throw new UnreadableFile('too_large', part)
      strings.push(unescapeControl(current))
    },
    text(text) {
      if (inText) current += text
    },
  })
  return strings
}

async function readFormats(path: string, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  await scanPart(path, part, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode'))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attribute(attributes, 'numFmtId'))
      formats.push(formatOf(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text: ignore,
  })
  return formats
}

/** Excel writes control characters as `_x000D_`. */
export function unescapeControl(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Reads everything but the sheets themselves. */
export async function openBook(path: string): Promise<Book> {
  const parts = new Set((await zipEntries(path)).map((entry) => entry.name))
  const workbookPart = 'xl/workbook.xml'
  const relationsPart = 'xl/_rels/workbook.xml.rels'
  if (!parts.has(workbookPart)) throw new UnreadableFile('damaged_workbook', workbookPart)
  const { sheets, date1904 } = await readWorkbook(path, workbookPart)
  const relations = parts.has(relationsPart)
    ? await readRelations(path, relationsPart)
    : new Map<string, string>()
  const known = sheets.flatMap((sheet) => {
    const part = relations.get(sheet.id) ?? ''
    return parts.has(part) ? [{ name: sheet.name, part }] : []
  })
  if (known.length === 0) throw new UnreadableFile('damaged_workbook', '')
  const strings = parts.has('xl/sharedStrings.xml') ? await readStrings(path, 'xl/sharedStrings.xml') : []
  const formats = parts.has('xl/styles.xml') ? await readFormats(path, 'xl/styles.xml') : []
  return { path, sheets: known, date1904, strings, formats }
}
