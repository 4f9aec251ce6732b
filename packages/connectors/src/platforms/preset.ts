import type { Platform } from '@kesheng/contracts/facts/common'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import { type FieldRule, mapping, type Mapping } from '@kesheng/contracts/intake/mapping'
import type { RowProblem, Values } from '../files/source-row.ts'

/** A row made ready for the fields, or what is wrong with it. */
export type Expanded = { values: Values } | { problem: RowProblem }

/**
 * How one export of one platform is read. Most are data: columns per field. `expand` opens what a table of columns
 * cannot say: nested lines, parties of a chat, dates that stand in rows of their own. It is pure but for the state
 * it keeps from row to row of one file.
 */
export interface Preset {
  id: string
  kind: IntakeKind
  platform: Platform
  zh: string
  en: string
  mapping: Mapping
  /** Columns that make the export unmistakable; alternatives in a list. */
  signature: readonly (string | readonly string[])[]
  expand?: () => (row: Values) => Expanded[]
}

type Rule = string | readonly string[] | FieldRule

interface PresetInput extends Omit<Preset, 'mapping'> {
  /** Canonical field → column, alternatives in order, or a full rule. */
  fields: Readonly<Record<string, Rule>>
  constants?: Readonly<Record<string, string>>
  timezone?: string
}

function toRule(rule: Rule): FieldRule {
  if (typeof rule === 'string') return { columns: [rule] }
  return 'columns' in rule ? rule : { columns: [...rule] }
}

export function definePreset(input: PresetInput): Preset {
  const { fields, constants, timezone, ...preset } = input
  return {
    ...preset,
    mapping: mapping.parse({
      name: preset.zh,
      kind: preset.kind,
      preset: preset.id,
      fields: Object.fromEntries(Object.entries(fields).map(([field, rule]) => [field, toRule(rule)])),
      constants: { ...(preset.platform === 'other' ? {} : { platform: preset.platform }), ...constants },
      ...(timezone === undefined ? {} : { timezone }),
    }),
  }
}
