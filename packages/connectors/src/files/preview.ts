import type { Preview } from '@kesheng/contracts/http/import.routes'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import type { Values } from './source-row.ts'
import { formatTime } from '../parse/time.ts'
import { textOf, valueAt } from '../mapping/values.ts'

const timeFields = new Set([
  'sentAt',
  'reviewedAt',
  'appendedAt',
  'repliedAt',
  'orderedAt',
  'paidAt',
  'appliedAt',
  'answeredAt',
  'ratedAt',
  'changedAt',
  'occurredAt',
  'endsAt',
])
const internal = new Set(['kind', 'ordinal'])
const longestCell = 300

const clip = (text: string): string => (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)

/** A record as a person reads it: times in the mapping's timezone, everything as text. */
export function displayRecord(record: IntakeRecord, timezone: string): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [field, value] of Object.entries(record) as [string, unknown][]) {
    if (internal.has(field) || value === undefined || value === null) continue
    shown[field] =
      timeFields.has(field) && typeof value === 'number' ? formatTime(value, timezone) : clip(textOf(value))
  }
  return shown
}

export function displayRow(row: Values, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, clip(textOf(valueAt(row, column)))]))
}

/** First rows before and after mapping, and what would be rejected among them. */
export function previewOf(
  columns: readonly string[],
  rows: readonly Values[],
  outcomes: readonly RowOutcome[],
  timezone: string,
  limit: number,
): Preview {
  const records = outcomes.flatMap((outcome) => ('records' in outcome ? outcome.records : []))
  return {
    columns: [...columns],
    sourceRows: rows.slice(0, limit).map((row) => displayRow(row, columns)),
    rows: records.slice(0, limit).map((record) => displayRecord(record, timezone)),
    rejects: outcomes.flatMap((outcome) => ('reject' in outcome ? [outcome.reject] : [])).slice(0, limit),
  }
}
