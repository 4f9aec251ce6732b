import { stat } from 'node:fs/promises'
import type { Inspection } from '@kesheng/contracts/http/import.routes'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import { mapping as mappingSchema, withFixedValues, type Mapping } from '@kesheng/contracts/intake/mapping'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import { detect, detectGeneric, type Detection } from '../mapping/detect.ts'
import { createMapper } from '../mapping/mapper.ts'
import { rejectOf } from '../mapping/remedies.ts'
import { parseTime } from '../parse/time.ts'
import { platformPreset } from '../platforms/all.ts'
import { columnsKey, isUntouchedGeneric, presets, withPresetFields } from '../presets.ts'
import { chooseTables, detectTables, mappableColumns, rawColumns } from './choose-tables.ts'
import { openFile, type SourceFile } from './file.ts'
import { type Layout, readLayout, releaseLayout, type Table } from './layout.ts'
import { previewOf } from './preview.ts'
import { readRows } from './rows.ts'
import { problemOf, type RowProblem, type SourceRow, type Values } from './source-row.ts'

const previewRows = 20
/** Rows read to see whether times are there and what would be rejected. */
const probedRows = 200

export interface InspectRequest {
  path: string
  name: string
  entry?: string | undefined
  kind?: IntakeKind | undefined
  mapping?: Mapping | undefined
  savedMappings?: readonly { id: string; columnsKey: string; mapping: Mapping }[] | undefined
  now: number
  /** ISO time given to rows without one, shown in the preview. */
  defaultTime?: string | undefined
  /** What a person said of the whole file, shown in the preview; not part of the mapping that comes back. */
  shop?: string | undefined
  platform?: string | undefined
}

export type FileInspection = Omit<Inspection, 'uploadId'>

interface Choice {
  mapping: Mapping
  confidence: number
  savedMappingId: string | null
}

/** A saved mapping whose columns are those of one of the tables; the kind asked for wins. */
function savedChoice(layout: Layout, request: InspectRequest): Choice | null {
  for (const saved of request.savedMappings ?? []) {
    if (request.kind !== undefined && saved.mapping.kind !== request.kind) continue
    const preset = platformPreset(saved.mapping.preset)
    const fits = layout.tables.some(
      (table) => columnsKey(mappableColumns(table, preset), saved.mapping.kind) === saved.columnsKey,
    )
    if (fits) return { mapping: saved.mapping, confidence: 1, savedMappingId: saved.id }
  }
  return null
}

function detectedChoice(
  layout: Layout,
  request: InspectRequest,
): { choice: Choice; table: Table | undefined } {
  const found = detectTables(layout, request.kind)
  if (found === null)
    return {
      choice: { mapping: emptyMapping(request.kind), confidence: 0, savedMappingId: null },
      table: undefined,
    }
  const { table, detection } = found
  const isPath = layout.form === 'json' && table.name !== ''
  const mapping = isPath ? { ...detection.mapping, sheet: table.name } : detection.mapping
  return { choice: { mapping, confidence: detection.confidence, savedMappingId: null }, table }
}

/** How sure one may be of a mapping somebody gave: as sure as of the same preset when detected, else fully. */
function statedChoice(mapping: Mapping, table: Table | undefined): Choice {
  const detection: Detection | null =
    table === undefined ? null : detect(rawColumns(table), table.rows.slice(0, 300), mapping.kind)
  const same = detection !== null && detection.mapping.preset === mapping.preset
  return { mapping, confidence: same ? detection.confidence : 1, savedMappingId: null }
}

/** A generic preset that was only named takes its fields from the columns of the file, if that finds as many. */
function suggested(stated: Mapping, layout: Layout): Mapping {
  if (!isUntouchedGeneric(stated)) return stated
  const table = chooseTables(layout, stated)[0]
  const best = stated.sheet === undefined ? (detectTables(layout, stated.kind)?.table ?? table) : table
  if (best === undefined) return stated
  const columns = rawColumns(best)
  const found = detectGeneric(stated.kind, columns, best.rows.slice(0, 300))
  const canonical = Object.keys(stated.fields).filter((field) => columns.includes(field)).length
  if (Object.keys(found.fields).length + (found.questions ?? []).length < canonical) return stated
  const name = presets.some(({ zh }) => zh === stated.name) ? found.name : stated.name
  const path = layout.form === 'json' && best.name !== '' ? { sheet: best.name } : {}
  const { fields, questions } = found
  return { ...stated, ...path, name, fields, ...(questions === undefined ? {} : { questions }) }
}

function emptyMapping(kind: IntakeKind | undefined): Mapping {
  return mappingSchema.parse({ name: 'generic', kind: kind ?? 'chats' })
}

function choose(layout: Layout, request: InspectRequest): { choice: Choice; tables: Table[] } {
  if (request.mapping !== undefined) {
    const stated = suggested(withPresetFields(request.mapping), layout)
    const tables = chooseTables(layout, stated)
    return { choice: statedChoice(stated, tables[0]), tables }
  }
  const saved = savedChoice(layout, request)
  if (saved !== null) return { choice: saved, tables: chooseTables(layout, saved.mapping) }
  const { choice, table } = detectedChoice(layout, request)
  const tables =
    layout.form === 'workbook' ? chooseTables(layout, choice.mapping) : table === undefined ? [] : [table]
  return { choice, tables }
}

async function firstRows(rows: AsyncIterable<SourceRow[]>): Promise<SourceRow[]> {
  const taken: SourceRow[] = []
  for await (const chunk of rows) {
    taken.push(...chunk)
    if (taken.length >= probedRows) break
  }
  return taken.slice(0, probedRows)
}

const mainTimes = [
  'sentAt',
  'reviewedAt',
  'orderedAt',
  'appliedAt',
  'answeredAt',
  'ratedAt',
  'changedAt',
  'occurredAt',
]

function timeOf(record: IntakeRecord): unknown {
  const field = mainTimes.find((name) => name in record)
  return field === undefined ? null : (record as unknown as Record<string, unknown>)[field]
}

/** Rows without a time as they will look: the default time, a second apart, in the order of the file. */
function withDefaultTime(outcomes: readonly RowOutcome[], start: number): RowOutcome[] {
  let given = 0
  return outcomes.map((outcome) => {
    if (!('records' in outcome)) return outcome
    const records = outcome.records.map((record) => {
      if (timeOf(record) !== null) return record
      const field = mainTimes.find((name) => name in record)
      given += 1
      return field === undefined ? record : { ...record, [field]: start + (given - 1) * 1000 }
    })
    return { ...outcome, records }
  })
}

function baseOf(
  file: SourceFile,
  layout: Layout,
): Pick<
  Inspection,
  'entry' | 'entries' | 'bytes' | 'format' | 'compression' | 'encoding' | 'delimiter' | 'sheets'
> {
  return {
    entry: file.entry,
    entries: file.entries,
    bytes: file.bytes,
    format: file.format,
    compression: file.compression,
    encoding: file.encoding,
    delimiter: layout.form === 'delimited' ? layout.delimiter : '',
    sheets: layout.form === 'delimited' ? [] : layout.tables.map(({ name }) => name),
  }
}

async function inspectOpened(
  file: SourceFile,
  layout: Layout,
  request: InspectRequest,
): Promise<FileInspection> {
  const { choice, tables } = choose(layout, request)
  const [table] = tables
  const headerRows = table === undefined || layout.form === 'json' ? [] : table.header.rows
  const mapping = {
    ...choice.mapping,
    headerRows: headerRows.length === 0 && layout.form === 'json' ? [1] : headerRows,
  }
  const columns = table === undefined ? [] : mappableColumns(table, platformPreset(mapping.preset))
  const rows = await firstRows(readRows(file, layout, tables, mapping, {}))
  const outcomes = rows.flatMap(createMapper(withFixedValues(mapping, request), columns, request.now))
  const records = outcomes.flatMap((outcome) => ('records' in outcome ? outcome.records : []))
  const start =
    request.defaultTime === undefined ? null : parseTime(request.defaultTime, mapping.timezone, request.now)
  const shown = start === null ? outcomes : withDefaultTime(outcomes, start)
  const sourceRows = rows.flatMap((row) => ('values' in row ? [row.values] : []))
  return {
    ...baseOf(file, layout),
    headerRows,
    kind: mapping.kind,
    preset: mapping.preset,
    confidence: Number(choice.confidence.toFixed(2)),
    mapping,
    savedMappingId: choice.savedMappingId,
    needsDefaultTime: records.length > 0 && records.every((record) => timeOf(record) === null),
    preview: previewOf(columns, openedRows(sourceRows, mapping), shown, mapping.timezone, previewRows),
  }
}

/** Source rows as the fields see them, so that every column of the preview has its values. */
function openedRows(rows: readonly Values[], mapping: Mapping): Values[] {
  const expand = platformPreset(mapping.preset)?.expand?.()
  if (expand === undefined) return [...rows]
  return rows.flatMap((row) => expand(row).map((part) => ('values' in part ? part.values : row)))
}

function unreadable(problem: RowProblem, request: InspectRequest, bytes: number): FileInspection {
  const mapping = request.mapping ?? emptyMapping(request.kind)
  return {
    entry: request.entry ?? '',
    entries: [],
    bytes,
    format: 'csv',
    compression: 'none',
    encoding: 'utf-8',
    delimiter: '',
    headerRows: [],
    sheets: [],
    kind: mapping.kind,
    preset: mapping.preset,
    confidence: 0,
    mapping,
    savedMappingId: null,
    needsDefaultTime: false,
    preview: { columns: [], sourceRows: [], rows: [], rejects: [rejectOf(problem, 1, mapping.kind)] },
  }
}

/**
 * What a file is and how it would be read: format, encoding, header, kind, preset, mapping, and a preview of mapped
 * rows. A file that cannot be read gives an inspection with confidence 0 whose only reject says what to do.
 */
export async function inspectFile(request: InspectRequest): Promise<FileInspection> {
  let layout: Layout | undefined
  try {
    const file = await openFile(request.path, request.name, request.entry)
    layout = await readLayout(file, request.mapping && withPresetFields(request.mapping))
    return await inspectOpened(file, layout, request)
  } catch (error) {
    return unreadable(problemOf(error), request, (await stat(request.path)).size)
  } finally {
    await releaseLayout(layout)
  }
}
