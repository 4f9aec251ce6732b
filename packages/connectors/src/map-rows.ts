import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { createMapper } from './mapping/mapper.ts'
import { columnsOf } from './mapping/values.ts'
import { platformPreset } from './platforms/all.ts'
import { withPresetFields } from './presets.ts'

/** Outcomes of rows that came as objects; `line` is the 1-based position in the batch. Rows of a preset that expands
 * are looked up by the names its expansion gives. */
export function mapRows(rows: Record<string, unknown>[], stated: Mapping, now: number): RowOutcome[] {
  const mapping = withPresetFields(stated)
  const expands = platformPreset(mapping.preset)?.expand !== undefined
  const columns = expands ? [] : columnsOf(rows.slice(0, 200))
  const map = createMapper(mapping, columns, now)
  return rows.flatMap((values, at) => map({ line: at + 1, values }))
}
