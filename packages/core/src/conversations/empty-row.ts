import type { ColumnKind, ColumnTypes, Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'

const nilId = '00000000-0000-0000-0000-000000000000'

const empty: { [K in ColumnKind]: () => ColumnTypes[K] } = {
  id: () => nilId,
  key: () => '',
  text: () => '',
  time: () => 0,
  'time?': () => null,
  day: () => 0,
  flag: () => false,
  uint8: () => 0,
  uint16: () => 0,
  uint32: () => 0,
  uint64: () => 0,
  int8: () => 0,
  float32: () => 0,
  float64: () => 0,
  'float64?': () => null,
  keys: () => [],
  texts: () => [],
  ids: () => [],
  uint32s: () => [],
}

/** Takes the row with this key out of all reads: same sorting key, newer version, marked deleted. */
export function tombstone<C extends Columns>(
  table: FactTable<C>,
  key: Partial<Row<C>>,
  version: number,
): Row<C> {
  const blank = Object.entries(table.columns).map(([name, kind]) => [name, empty[kind]()])
  const row = Object.fromEntries(blank) as Row<C>
  for (const column of table.orderBy) Object.assign(row, { [column]: key[column] })
  return Object.assign(row, { version, deleted: true })
}
