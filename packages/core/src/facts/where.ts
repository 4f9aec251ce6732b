import { columnName, type ColumnKind, type Columns, type FactTable } from '@kesheng/contracts/facts/columns'
import { bug } from '../errors/errors.ts'
import { dayText } from '../time/days.ts'
import type { Statement } from './ports.ts'

type Scalar = string | number | boolean
export type Test = Scalar | { in: readonly Scalar[] } | { from: number; to: number }

const parameterTypes: Partial<Record<ColumnKind, string>> = {
  id: 'UUID',
  key: 'String',
  text: 'String',
  day: 'Date',
  flag: 'Bool',
  uint8: 'UInt8',
  uint32: 'UInt32',
}

/**
 * A condition on one table from tests of its columns, all of which must hold: a value, a set, or a range with both
 * ends included. Storage days are given as numbers.
 */
export function where<C extends Columns>(
  table: FactTable<C>,
  tests: { readonly [K in keyof C]?: Test | undefined },
): Statement {
  const params: Record<string, unknown> = {}
  const parts: string[] = []
  const add = (column: string, kind: ColumnKind, operator: string, suffix: string, value: unknown): void => {
    const type = parameterTypes[kind]
    if (type === undefined)
      throw bug({ message: { zh: `不能按 ${column} 筛选`, en: `Cannot test column ${column}` } })
    const name = `${column}${suffix}`
    params[name] = value
    parts.push(`${columnName(column)} ${operator} {${name}:${operator === 'IN' ? `Array(${type})` : type}}`)
  }
  for (const [column, test] of Object.entries<Test | undefined>(tests)) {
    if (test === undefined) continue
    const kind = table.columns[column] as ColumnKind
    const given = (value: Scalar): Scalar => (kind === 'day' ? dayText(Number(value)) : value)
    if (typeof test !== 'object') add(column, kind, '=', '', given(test))
    else if ('in' in test) add(column, kind, 'IN', '', test.in.map(given))
    else {
      add(column, kind, '>=', 'From', given(test.from))
      add(column, kind, '<=', 'To', given(test.to))
    }
  }
  return { sql: parts.join(' AND '), params }
}

/** Sets go into a statement's parameters; slices of 2,000 UUIDs stay below the 128 KB the engine takes a field. */
export function slices<T>(values: readonly T[], size = 2000): T[][] {
  const result: T[][] = []
  for (let start = 0; start < values.length; start += size) result.push(values.slice(start, start + size))
  return result
}
