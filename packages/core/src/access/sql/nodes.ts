import type { Columns, FactTable } from '@kesheng/contracts/facts/columns'
import type { Scope } from '../scope.ts'

/**
 * A ClickHouse statement as data. Texts are written in our source, values travel as typed parameters, and a table can
 * only be read through `FactSource`, which carries the reader's scope; `render.ts` turns the tree into SQL.
 */
export type ParamType =
  | 'String'
  | 'Array(String)'
  | 'UUID'
  | 'Array(UUID)'
  | 'Int64'
  | 'UInt32'
  | 'Float64'
  | 'Date'
  | 'Array(Date)'
  | 'Array(UInt8)'

export interface Fragment {
  readonly kind: 'fragment'
  readonly texts: readonly string[]
  readonly nodes: readonly Sql[]
}

export interface Param {
  readonly kind: 'param'
  readonly type: ParamType
  readonly value: string | number | readonly string[] | readonly number[]
}

/** The workspace's timezone, known when the statement is rendered. */
export interface Timezone {
  readonly kind: 'timezone'
}

/** A nested select used as a value or the right side of IN. */
export interface Subquery {
  readonly kind: 'subquery'
  readonly select: Select
}

export type Sql = Fragment | Param | Timezone | Subquery

export interface FactSource {
  readonly kind: 'facts'
  readonly table: FactTable
  readonly scope: Scope
  /** Newest version of each key (FINAL). Without it old versions are seen: only to find keys. */
  readonly newest: boolean
}

export interface Union {
  readonly kind: 'union'
  readonly selects: readonly Select[]
}

export interface SelectColumn {
  readonly as: string
  readonly sql: Sql
}

export interface OrderItem {
  readonly sql: Sql
  readonly direction: 'asc' | 'desc'
}

export interface Select {
  readonly kind: 'select'
  readonly columns: readonly SelectColumn[]
  readonly from: FactSource | Select | Union
  readonly where?: readonly Sql[]
  readonly groupBy?: readonly Sql[]
  readonly having?: readonly Sql[]
  readonly orderBy?: readonly OrderItem[]
  /** LIMIT count BY columns: the first rows of each group. */
  readonly limitBy?: { readonly count: number; readonly by: readonly Sql[] }
  readonly limit?: number
  readonly offset?: number
}

/** A bare text may not reach for tables: that is what `facts` with its scope is for. */
const reachesForTable = /\b(from|join|into|fact_\w+|log_\w+)\b/i

/** SQL text with nodes in it: sql`toHour(started_at, ${timezone})`. */
export function sql(texts: TemplateStringsArray, ...nodes: readonly Sql[]): Fragment {
  const offending = texts.find((text) => reachesForTable.test(text))
  if (offending !== undefined) throw new Error(`SQL text may not name tables: ${offending}`)
  return { kind: 'fragment', texts: [...texts], nodes }
}

export const timezone: Timezone = { kind: 'timezone' }

const param = (type: ParamType, value: Param['value']): Param => ({ kind: 'param', type, value })

export const text = (value: string): Param => param('String', value)
export const texts = (values: readonly string[]): Param => param('Array(String)', values)
export const uuid = (value: string): Param => param('UUID', value)
export const uuids = (values: readonly string[]): Param => param('Array(UUID)', values)
export const number = (value: number): Param => param('Float64', value)
export const bytes = (values: readonly number[]): Param => param('Array(UInt8)', values)

const dateOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** Epoch milliseconds as an instant comparable to `time` columns. */
export const instant = (milliseconds: number): Sql =>
  sql`fromUnixTimestamp64Milli(${param('Int64', milliseconds)})`
/** UTC day of an instant, comparable to `day` columns. */
export const utcDay = (milliseconds: number): Param => param('Date', dateOf(milliseconds))
export const utcDays = (milliseconds: readonly number[]): Param =>
  param('Array(Date)', [...new Set(milliseconds.map(dateOf))].toSorted())

export function facts<C extends Columns>(table: FactTable<C>, scope: Scope): FactSource {
  return { kind: 'facts', table: table as unknown as FactTable, scope, newest: true }
}

/** Every stored version, old ones too: several times cheaper, good enough to find the keys of a row. */
export function anyVersion<C extends Columns>(table: FactTable<C>, scope: Scope): FactSource {
  return { ...facts(table, scope), newest: false }
}

export function select(parts: Omit<Select, 'kind'>): Select {
  return { kind: 'select', ...parts }
}

export function subquery(select: Select): Subquery {
  return { kind: 'subquery', select }
}

/** Nodes joined by a connector written in our source, e.g. `, ` or ` AND `. */
export function joined(nodes: readonly Sql[], connector: ', ' | ' AND ' | ' OR '): Fragment {
  const between = nodes.slice(1).map(() => connector)
  return { kind: 'fragment', texts: nodes.length === 0 ? [''] : ['', ...between, ''], nodes }
}

export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : sql`(${joined(conditions, ' AND ')})`
}

/** A column of the enclosing statement by alias or name; only names from our own source reach it. */
export function name(identifier: string): Fragment {
  const plain = /^[a-zA-Z_]\w*$/.test(identifier)
  const written = plain ? identifier : `\`${identifier.replaceAll('\\', '').replaceAll('`', '')}\``
  return { kind: 'fragment', texts: [written], nodes: [] }
}
