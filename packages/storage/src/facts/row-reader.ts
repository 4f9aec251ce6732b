import {
  columnName,
  type ColumnKind,
  type Columns,
  type FactTable,
  type Row,
} from '@kesheng/contracts/facts/columns'

/** How a column is selected so that it arrives in its JavaScript form; columns that arrive right stay as they are. */
const selected: Partial<Record<ColumnKind, (column: string) => string>> = {
  time: (column) => `toUnixTimestamp64Milli(${column})`,
  'time?': (column) => `toUnixTimestamp64Milli(${column})`,
  day: (column) => `toUInt16(${column})`,
}

/**
 * Select list without aliases: an alias that repeats a column's name would take that column's place in the WHERE
 * part. Values are matched to names by position.
 */
export function selectList(table: FactTable, columns: readonly string[]): string {
  return columns
    .map((name) => {
      const kind = table.columns[name]
      if (kind === undefined) throw new TypeError(`${table.table} has no column ${name}`)
      return selected[kind]?.(columnName(name)) ?? columnName(name)
    })
    .join(', ')
}

/** Names of columns in an ORDER BY may be given in camelCase. */
export function orderByClause(table: FactTable, orderBy: string): string {
  return orderBy.replaceAll(/[A-Za-z_]\w*/g, (word) =>
    Object.hasOwn(table.columns, word) ? columnName(word) : word,
  )
}

/** Rows from `JSONCompactEachRow` text: one array a line, so one parse of all lines joined by commas. */
export function parseRows<C extends Columns>(columns: readonly string[], text: string): Row<C>[] {
  const arrays = JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as unknown[][]
  return arrays.map((values) => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < columns.length; index++) row[columns[index]!] = values[index]
    return row as Row<C>
  })
}
