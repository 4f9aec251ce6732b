import { columnName } from '@kesheng/contracts/facts/columns'
import { quietLog } from '@kesheng/testkit/quiet-log'
import { temporaryDirectory } from '@kesheng/testkit/store-forms'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../engines/embedded-postgres.ts'
import { ControlDatabase } from './control-database.ts'
import { migrateControl } from './migrate-control.ts'
import { catalogueColumns, dumpSchema } from './schema-dump.ts'
import * as intakeTables from './schema/intake.ts'
import * as peopleTables from './schema/people.ts'

const directory = temporaryDirectory()
let engine: EmbeddedPostgres
let control: ControlDatabase

beforeAll(async () => {
  engine = await startEmbeddedPostgres({ dataDir: directory.path, log: quietLog })
  control = new ControlDatabase(engine.connection, quietLog)
})
afterAll(async () => {
  await control.close()
  await engine.stop()
  directory.remove()
})

it('migrates once when several processes start together, and to the layout of the golden file', async () => {
  await Promise.all([
    migrateControl(control.pool),
    migrateControl(control.pool),
    migrateControl(control.pool),
  ])
  await expect(await dumpSchema(control.pool)).toMatchFileSnapshot('schema.golden.txt')
})

it('leaves nothing of a migration that fails', async () => {
  const broken = { version: 999, name: 'broken', sql: 'CREATE TABLE half_made (id int); SELECT 1 / 0' }
  await expect(migrateControl(control.pool, [broken])).rejects.toThrow(/Migration 999 \(broken\)/)
  const columns = await catalogueColumns(control.pool)
  expect(columns.map((column) => column.table_name)).not.toContain('half_made')
})

it('has every table and column that the queries name, of the same type', async () => {
  const tables: PgTable[] = [...Object.values(intakeTables), ...Object.values(peopleTables)]
  const described = tables.flatMap((table) => {
    const { name, columns } = getTableConfig(table)
    return columns.map(
      (column) => `${name}.${columnName(column.name)} ${column.getSQLType()} ${column.notNull}`,
    )
  })
  const stored = (await catalogueColumns(control.pool))
    .filter((column) => column.table_name !== 'schema_version')
    .map((column) => `${column.table_name}.${column.column_name} ${column.type} ${column.not_null}`)
  expect(described.sort()).toEqual(stored.sort())
})
