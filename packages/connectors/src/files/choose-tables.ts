import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { detect, type Detection } from '../mapping/detect.ts'
import { columnResolver, columnsOf } from '../mapping/values.ts'
import { platformPreset } from '../platforms/all.ts'
import type { Preset } from '../platforms/preset.ts'
import { hasData, type Layout, type Table } from './layout.ts'
import type { Values } from './source-row.ts'

/** Columns of a table as it comes: its header, or the names in its JSON. */
export const rawColumns = (table: Table): string[] =>
  table.header.columns.length > 0 ? table.header.columns : columnsOf(table.rows.slice(0, 50))

/** Columns after the preset has opened the rows: what fields can be mapped to. */
export function mappableColumns(table: Table, preset: Preset | undefined): string[] {
  if (preset?.expand === undefined) return rawColumns(table)
  const expand = preset.expand()
  const opened: Values[] = table.rows
    .slice(0, 50)
    .flatMap((row) => expand(row).flatMap((part) => ('values' in part ? [part.values] : [])))
  return opened.length === 0 ? rawColumns(table) : columnsOf(opened.slice(0, 200))
}

/** Detection of every table; earlier and outer tables win ties. */
export function detectTables(
  layout: Layout,
  only?: IntakeKind,
): { table: Table; detection: Detection } | null {
  let best: { table: Table; detection: Detection } | null = null
  for (const table of layout.tables) {
    const detection = detect(rawColumns(table), table.rows.slice(0, 300), only)
    const isWhole =
      layout.form === 'json' && table.name === '' && table.rows.length === 1 && layout.tables.length > 1
    const depth = layout.form === 'json' && table.name !== '' ? table.name.split('.').length : 0
    const doubt = detection.preset !== null ? 1 : isWhole ? 0.6 : 0.95 ** depth
    const empty = table.rows.length === 0 || (layout.form === 'workbook' && !hasData(table))
    const confidence = detection.confidence * (empty ? 0.1 : doubt)
    if (best === null || confidence > best.detection.confidence)
      best = { table, detection: { ...detection, confidence } }
  }
  return best
}

function fit(table: Table, mapping: Mapping): number {
  const columns = mappableColumns(table, platformPreset(mapping.preset))
  const present = new Set(columns)
  const resolve = columnResolver(columns)
  const wanted = [
    ...Object.values(mapping.fields).map((rule) => rule.columns),
    ...(mapping.questions ?? []).map(({ column }) => [column]),
  ]
  return wanted.filter((names) => names.some((name) => present.has(resolve(name)))).length
}

const sameHeader = (a: Table, b: Table): boolean =>
  a.header.columns.join('\n') === b.header.columns.join('\n')

/**
 * Tables a mapping reads: the one it names, else the one that has most of its columns; in a workbook also every other
 * sheet with the very same header (a sheet a month).
 */
export function chooseTables(layout: Layout, mapping: Mapping): Table[] {
  const named = layout.tables.find(({ name }) => mapping.sheet !== undefined && name === mapping.sheet)
  if (named !== undefined) return [named]
  const fits = layout.tables.map((table) => ({
    table,
    score: fit(table, mapping) + (table.rows.length > 0 ? 0.5 : 0),
  }))
  const best = fits.reduce<{ table: Table; score: number } | null>(
    (winner, next) => (winner === null || next.score > winner.score ? next : winner),
    null,
  )
  if (best === null) return []
  if (layout.form !== 'workbook') return [best.table]
  return layout.tables.filter(
    (table) => table === best.table || (table.rows.length > 0 && sameHeader(table, best.table)),
  )
}
