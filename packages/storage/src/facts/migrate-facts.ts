import { columnName, type FactTable } from '@kesheng/contracts/facts/columns'
import { bug } from '@kesheng/core/errors/errors'
import type { ClickhouseConnection } from './clickhouse-connection.ts'
import { columnDefinition, storedTypes } from './column-types.ts'
import { factMigrations } from './fact-migrations.ts'
import { createTable, fullTextIndex } from './table-ddl.ts'

/** A column as the store has it. */
export interface StoredColumn {
  name: string
  type: string
}

/**
 * Brings the fact store up to the contract: missing tables are created, new columns and indexes added, then numbered
 * migrations that have not run yet. Every statement may run twice, so two processes may migrate at the same time.
 */
export async function migrateFacts(
  connection: ClickhouseConnection,
  tables: readonly FactTable[],
): Promise<void> {
  const stored = await storedColumns(connection)
  for (const table of tables) {
    for (const sql of alignTable(table, stored.get(table.table) ?? null)) await connection.write({ sql })
  }
  await runNumbered(connection, stored.has('schema_version'))
}

/** Statements that make a table what its description says; `stored` null = the table does not exist. */
export function alignTable(table: FactTable, stored: readonly StoredColumn[] | null): string[] {
  if (stored === null) return [createTable(table)]
  const types = new Map(stored.map((column) => [column.name, column.type]))
  const statements: string[] = []
  for (const [name, kind] of Object.entries(table.columns)) {
    const column = columnName(name)
    const type = types.get(column)
    if (type === undefined)
      statements.push(`ALTER TABLE ${table.table} ADD COLUMN IF NOT EXISTS ${columnDefinition(column, kind)}`)
    else if (type !== storedTypes[kind].type) throw otherType(table, column, type, storedTypes[kind].type)
  }
  if (statements.length === 0) return []
  return [
    ...statements,
    ...table.fullText.map(
      (column) =>
        `ALTER TABLE ${table.table} ADD ${fullTextIndex(column).replace('INDEX', 'INDEX IF NOT EXISTS')}`,
    ),
  ]
}

function otherType(table: FactTable, column: string, stored: string, described: string): Error {
  const message = `${table.table}.${column} is ${stored}, described as ${described}: a fact changes by additions or under a new name`
  return bug({ message: { zh: message, en: message } })
}

async function storedColumns(connection: ClickhouseConnection): Promise<Map<string, StoredColumn[]>> {
  const text = await connection.inspect({
    sql: 'SELECT table, name, type FROM system.columns WHERE database = currentDatabase() ORDER BY table, position FORMAT JSONEachRow',
  })
  const tables = new Map<string, StoredColumn[]>()
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const { table, name, type } = JSON.parse(line) as StoredColumn & { table: string }
    tables.set(table, [...(tables.get(table) ?? []), { name, type }])
  }
  return tables
}

async function runNumbered(connection: ClickhouseConnection, known: boolean): Promise<void> {
  if (!known) {
    await connection.write({
      sql: `CREATE TABLE IF NOT EXISTS schema_version (version UInt32, name String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree ORDER BY version`,
    })
  }
  const text = await connection.inspect({ sql: 'SELECT max(version) FROM schema_version FORMAT TSV' })
  const applied = Number(text.trim())
  for (const { version, name, statements } of factMigrations) {
    if (version <= applied) continue
    for (const sql of statements) await connection.write({ sql })
    await connection.write({
      sql: 'INSERT INTO schema_version (version, name) SELECT {version:UInt32}, {name:String}',
      params: { version, name },
    })
  }
}
