import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'

/** A statement with ClickHouse `{name:Type}` placeholders; every value goes through `params`, never into `sql`. */
export interface Statement {
  sql: string
  params: Record<string, unknown>
}

export interface QueryOptions {
  signal?: AbortSignal
  /** Upper bound, seconds; 30 when absent. */
  maxSeconds?: number
}

/** The fact store (ClickHouse, embedded or a server). Time columns come back as epoch milliseconds, ids as UUIDs. */
export interface FactStore {
  /**
   * Stores rows durably. The same token twice stores them once: on any doubt send again with the same token and the
   * same rows. Retries by itself while the engine restarts; throws Unavailable after 60 s.
   */
  insert<C extends Columns>(table: FactTable<C>, rows: readonly Row<C>[], token: string): Promise<void>
  /** Runs a read-only statement; rows are plain objects with the statement's column aliases. */
  query<R extends object>(statement: Statement, options?: QueryOptions): Promise<R[]>
  /** Rows of one table that satisfy a condition, newest version of each key, deleted ones out, camelCase columns. */
  read<C extends Columns>(
    table: FactTable<C>,
    condition: Statement,
    options?: QueryOptions & { columns?: readonly (keyof C & string)[]; orderBy?: string; limit?: number },
  ): Promise<Row<C>[]>
  /** Removes rows for good (source, import, tenant or person deletion). Resolves when they are no longer read. */
  remove(table: FactTable, condition: Statement): Promise<void>
}
