import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import type { FactStore, QueryOptions, Statement } from '@kesheng/core/facts/ports'
import type { ClickhouseConnection } from './clickhouse-connection.ts'
import { encodeRows } from './native-encoder.ts'
import { parseResult } from './result-reader.ts'
import { orderByClause, parseRows, selectList } from './row-reader.ts'

const defaultMaxSeconds = 30

/** Facts in ClickHouse, the embedded one and a server alike. */
export class ClickhouseFactStore implements FactStore {
  private readonly connection: ClickhouseConnection

  constructor(connection: ClickhouseConnection) {
    this.connection = connection
  }

  async insert<C extends Columns>(
    table: FactTable<C>,
    rows: readonly Row<C>[],
    token: string,
  ): Promise<void> {
    if (rows.length === 0) return
    const body = encodeRows(table as unknown as FactTable, rows)
    await this.connection.insert(`INSERT INTO ${table.table} FORMAT Native`, body, {
      async_insert: 0,
      insert_deduplicate: 1,
      insert_deduplication_token: token,
    })
  }

  async query<R extends object>(statement: Statement, options: QueryOptions = {}): Promise<R[]> {
    const text = await this.connection.read({
      sql: `${statement.sql}\nFORMAT JSONCompactEachRowWithNamesAndTypes`,
      params: statement.params,
      settings: { date_time_output_format: 'unix_timestamp' },
      maxSeconds: options.maxSeconds ?? defaultMaxSeconds,
      signal: options.signal,
    })
    return parseResult<R>(text)
  }

  async read<C extends Columns>(
    table: FactTable<C>,
    condition: Statement,
    options: QueryOptions & {
      columns?: readonly (keyof C & string)[]
      orderBy?: string
      limit?: number
    } = {},
  ): Promise<Row<C>[]> {
    const spec = table as unknown as FactTable
    const columns = options.columns ?? Object.keys(table.columns)
    const parts = [
      `SELECT ${selectList(spec, columns)}`,
      `FROM ${table.table} FINAL`,
      `WHERE (${condition.sql === '' ? 'true' : condition.sql}) AND NOT deleted`,
      ...(options.orderBy === undefined ? [] : [`ORDER BY ${orderByClause(spec, options.orderBy)}`]),
      ...(options.limit === undefined ? [] : [`LIMIT ${Math.trunc(options.limit)}`]),
      'FORMAT JSONCompactEachRow',
    ]
    const text = await this.connection.read({
      sql: parts.join('\n'),
      params: condition.params,
      maxSeconds: options.maxSeconds ?? defaultMaxSeconds,
      signal: options.signal,
    })
    return parseRows<C>(columns, text)
  }

  async remove(table: FactTable, condition: Statement): Promise<void> {
    if (condition.sql.trim() === '') throw new TypeError('a removal needs a condition')
    await this.connection.write({
      sql: `DELETE FROM ${table.table} WHERE ${condition.sql}`,
      params: condition.params,
      // Waits until the rows are gone from every part.
      settings: { lightweight_deletes_sync: '2', mutations_sync: '2' },
    })
  }
}
