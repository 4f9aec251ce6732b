import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { FieldRule } from '@kesheng/contracts/intake/mapping'
import { canonicalFields } from '@kesheng/contracts/intake/fields'
import type { Values } from '../files/source-row.ts'
import { isBlank } from '../parse/blank.ts'
import { parseMoney, parseNumber, parseScore } from '../parse/number.ts'
import { parseTime } from '../parse/time.ts'
import { fieldNames } from './synonyms.ts'
import { normalName, textOf, valueAt } from './values.ts'

export interface Suggestion {
  fields: Record<string, FieldRule>
  /** Fields found under a name that speaks for the kind. */
  strong: ReadonlySet<string>
}

/** Share of the column's filled cells that a test accepts; 0.5 when it has none, so an empty column decides nothing. */
export function fillShare(rows: readonly Values[], column: string, test: (text: string) => boolean): number {
  const cells = rows.map((row) => textOf(valueAt(row, column)).trim()).filter((text) => !isBlank(text))
  return cells.length === 0 ? 0.5 : cells.filter(test).length / cells.length
}

/** What cells of a field of each type must look like, so that a column `time` holding durations is not taken. */
const fits: Readonly<Record<string, (text: string) => boolean>> = {
  time: (text) => parseTime(text, 'Asia/Shanghai', Date.UTC(2030, 0, 1)) !== null,
  number: (text) => parseNumber(text) !== null || parseScore(text) !== null,
  money: (text) => parseMoney(text) !== null,
}

/** Lists are counted and scores may be words, so those fields take what comes. */
const unchecked = new Set(['imageCount', 'reviews.score', 'agent-ratings.score'])

/** Finds a column for every field of a kind by its name, checked against the values. */
export function suggestFields(
  kind: IntakeKind,
  columns: readonly string[],
  rows: readonly Values[],
): Suggestion {
  const free = new Map<string, string>()
  for (const column of [...columns].reverse()) {
    free.set(normalName(column.slice(column.lastIndexOf('/') + 1)), column)
  }
  for (const column of [...columns].reverse()) free.set(normalName(column), column)
  const types = new Map(canonicalFields[kind].map((field) => [field.id, field.type]))
  const fields: Record<string, FieldRule> = {}
  const strong = new Set<string>()
  const taken = new Set<string>()

  const usable = (field: string, column: string): boolean => {
    const test = fits[types.get(field) ?? '']
    if (test === undefined || unchecked.has(field) || unchecked.has(`${kind}.${field}`)) return true
    return fillShare(rows, column, test) >= 0.5
  }
  const claim = (field: string, names: readonly string[]): boolean => {
    for (const name of names) {
      const column = free.get(name)
      if (column === undefined || taken.has(column) || !usable(field, column)) continue
      taken.add(column)
      fields[field] = { columns: [column] }
      return true
    }
    return false
  }
  for (const [field, names] of fieldNames(kind)) if (claim(field, names.strong)) strong.add(field)
  for (const [field, names] of fieldNames(kind)) if (fields[field] === undefined) claim(field, names.weak)
  if (kind === 'chats') settleNickname(fields, strong, rows)
  return { fields, strong }
}

const cell = (row: Values, column: string): string => textOf(valueAt(row, column)).trim()

/**
 * A bare nickname in a table of messages is the sender's, unless the agent stands in a column of its own and never
 * in this one: then it is the buyer's, on every row.
 */
function settleNickname(
  fields: Record<string, FieldRule>,
  strong: ReadonlySet<string>,
  rows: readonly Values[],
): void {
  const { sender, agent } = fields
  const [nickname = '', agentColumn = ''] = [sender?.columns[0], agent?.columns[0]]
  if (sender === undefined || agent === undefined || strong.has('sender') || 'buyer' in fields) return
  if (rows.some((row) => cell(row, nickname) !== '' && cell(row, nickname) === cell(row, agentColumn))) return
  delete fields['sender']
  fields['buyer'] = sender
}
