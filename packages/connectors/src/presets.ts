import { createHash } from 'node:crypto'
import { canonicalFields } from '@kesheng/contracts/intake/fields'
import { intakeKinds, type IntakeKind } from '@kesheng/contracts/intake/kinds'
import { mapping, type Mapping } from '@kesheng/contracts/intake/mapping'
import { normalName } from './mapping/values.ts'
import { platformPreset, platformPresets } from './platforms/all.ts'

export interface PresetSummary {
  id: string
  kind: IntakeKind
  platform: string
  zh: string
  en: string
  mapping: Mapping
}

/** The file names its columns after the canonical fields: the form of the intake API and of our own exports. */
export function genericMapping(kind: IntakeKind): Mapping {
  return mapping.parse({
    name: 'generic',
    kind,
    preset: 'generic',
    fields: Object.fromEntries(canonicalFields[kind].map(({ id }) => [id, { columns: [id] }])),
  })
}

const kindNames: Readonly<Record<IntakeKind, { zh: string; en: string }>> = {
  chats: { zh: '通用聊天（一行一条消息）', en: 'Generic chats (one row a message)' },
  conversations: { zh: '通用会话（一行一段会话）', en: 'Generic conversations (one row a conversation)' },
  reviews: { zh: '通用评价', en: 'Generic reviews' },
  orders: { zh: '通用订单', en: 'Generic orders' },
  refunds: { zh: '通用退款', en: 'Generic refunds' },
  'survey-answers': { zh: '通用问卷', en: 'Generic survey' },
  'agent-ratings': { zh: '通用客服评价', en: 'Generic agent ratings' },
  'agent-status': { zh: '通用客服状态', en: 'Generic agent status' },
  'operation-events': { zh: '通用运营事件', en: 'Generic operation events' },
}

const generic: readonly PresetSummary[] = intakeKinds.map((kind) => ({
  id: `generic-${kind}`,
  kind,
  platform: 'other',
  ...kindNames[kind],
  mapping: genericMapping(kind),
}))

/** Every way of reading a file, platform exports first. */
export const presets: readonly PresetSummary[] = [
  ...platformPresets.map(({ id, kind, platform, zh, en, mapping }) => ({
    id,
    kind,
    platform,
    zh,
    en,
    mapping,
  })),
  ...generic,
]

/** Mapping of a preset, undefined when there is no such preset. */
export function presetMapping(id: string): Mapping | undefined {
  return presets.find((preset) => preset.id === id)?.mapping
}

/**
 * A mapping that only names a platform's preset reads what that preset reads. Fixed values and everything said about
 * the form of the file stay as they are.
 */
export function withPresetFields(stated: Mapping): Mapping {
  const preset = platformPreset(stated.preset)
  if (preset === undefined || Object.keys(stated.fields).length > 0) return stated
  const { questions: _, ...form } = stated
  const { name, fields, timezone } = preset.mapping
  return { ...form, name, fields, timezone, constants: { ...stated.constants, ...preset.mapping.constants } }
}

/** True for a generic mapping nobody has changed: canonical names, or nothing at all. */
export function isUntouchedGeneric(stated: Mapping): boolean {
  if (platformPreset(stated.preset) !== undefined || (stated.questions ?? []).length > 0) return false
  return Object.entries(stated.fields).every(
    ([field, rule]) => rule.columns.length === 1 && rule.columns[0] === field && rule.values === undefined,
  )
}

/**
 * Key under which a mapping is kept for files with the same columns. Order and writing of names do not matter; of
 * nested JSON only the outermost names count, because inner ones come and go from row to row.
 */
export function columnsKey(columns: readonly string[], kind: IntakeKind): string {
  const names = [...new Set(columns.map((column) => normalName(column.split('.')[0] ?? column)))].sort()
  return createHash('sha256')
    .update(`${kind}\n${names.join('\n')}`)
    .digest('hex')
    .slice(0, 32)
}
