/**
 * Column kinds of a fact table. One description gives the TypeScript row type, the ClickHouse DDL and the
 * RowBinary encoder, so the three cannot drift apart.
 *
 * JavaScript forms: `id` a lower-case UUID string; `time` epoch milliseconds (UTC); `day` days since 1970-01-01
 * (UTC); `flag` boolean; numbers as `number`; `keys` arrays of low-cardinality strings.
 */
export type ColumnKind =
  | 'id'
  | 'key'
  | 'text'
  | 'time'
  | 'time?'
  | 'day'
  | 'flag'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'int8'
  | 'float32'
  | 'float64'
  | 'float64?'
  | 'keys'
  | 'texts'
  | 'ids'
  | 'uint32s'

export interface ColumnTypes {
  id: string
  key: string
  text: string
  time: number
  'time?': number | null
  day: number
  flag: boolean
  uint8: number
  uint16: number
  uint32: number
  /** Kept below 2^53, so a plain number is exact. */
  uint64: number
  int8: number
  float32: number
  float64: number
  'float64?': number | null
  keys: string[]
  texts: string[]
  ids: string[]
  uint32s: number[]
}

export type Columns = Readonly<Record<string, ColumnKind>>

export type Row<C extends Columns> = { [K in keyof C]: ColumnTypes[C[K]] }

export interface FactTable<C extends Columns = Columns> {
  /** Business noun; the ClickHouse table is `fact_<noun>_v1`, the log `log_<noun>_v1`. */
  readonly noun: string
  readonly table: string
  readonly columns: C
  /** Sorting key, camelCase column names. */
  readonly orderBy: readonly (keyof C & string)[]
  /** Column (kind `day`) whose month partitions the table. */
  readonly partitionBy: keyof C & string
  /** Columns with a Chinese full-text (bigram) index. */
  readonly fullText: readonly (keyof C & string)[]
}

interface FactOptions<C extends Columns> {
  orderBy: readonly (keyof C & string)[]
  partitionBy: keyof C & string
  fullText?: readonly (keyof C & string)[]
}

export function defineFact<const C extends Columns>(
  noun: string,
  columns: C,
  options: FactOptions<C>,
): FactTable<C> {
  return { noun, table: `fact_${noun}_v1`, columns, fullText: [], ...options }
}

export function defineLog<const C extends Columns>(
  noun: string,
  columns: C,
  options: FactOptions<C>,
): FactTable<C> {
  return { noun, table: `log_${noun}_v1`, columns, fullText: [], ...options }
}

/** `firstResponseSeconds` → `first_response_seconds`: names in ClickHouse are snake_case. */
export function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
