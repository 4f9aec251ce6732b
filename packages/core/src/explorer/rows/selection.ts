import {
  columnName,
  type ColumnKind,
  type Columns,
  type FactTable,
  type Row,
} from '@kesheng/contracts/facts/columns'
import { name, sql, type SelectColumn, type Sql } from '../../access/sql/nodes.ts'

/** Read columns as plain JSON values: times as epoch milliseconds, ids as text, wide integers as doubles. */
const readings: Partial<Record<ColumnKind, (column: Sql) => Sql>> = {
  time: (column) => sql`toFloat64(toUnixTimestamp64Milli(${column}))`,
  'time?': (column) => sql`toFloat64(toUnixTimestamp64Milli(${column}))`,
  id: (column) => sql`toString(${column})`,
  uint64: (column) => sql`toFloat64(${column})`,
}

/**
 * Columns of a table under their camelCase names. A converted one-word column would hide the stored one from WHERE;
 * there is none among the fields that lists read.
 */
export function fields<C extends Columns>(
  table: FactTable<C>,
  names: readonly (keyof C & string)[],
): SelectColumn[] {
  return names.map((field) => {
    const column = name(columnName(field))
    const kind: ColumnKind | undefined = table.columns[field]
    return { as: field, sql: (kind && readings[kind]?.(column)) ?? column }
  })
}

export type Picked<C extends Columns, K extends keyof C & string> = Pick<Row<C>, K>

/** The named fields of a row and no others. */
export function pick<R extends object, const K extends keyof R>(row: R, names: readonly K[]): Pick<R, K> {
  return Object.fromEntries(names.map((field) => [field, row[field]])) as Pick<R, K>
}
