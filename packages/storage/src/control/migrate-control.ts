import type pg from 'pg'
import { controlMigrations, type ControlMigration } from './migrations/all.ts'

/** Any number of our own; processes that start together take turns. */
const migrationLock = 4_700_001

/** Runs the migrations that have not run yet. */
export async function migrateControl(
  pool: pg.Pool,
  migrations: readonly ControlMigration[] = controlMigrations,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_version (
        version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    )
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version')
    const applied = new Set(rows.map((row) => row.version))
    for (const migration of migrations) if (!applied.has(migration.version)) await apply(client, migration)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

async function apply(client: pg.PoolClient, migration: ControlMigration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query('INSERT INTO schema_version (version, name) VALUES ($1, $2)', [
      migration.version,
      migration.name,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.version} (${migration.name}) failed`, { cause: error })
  }
}
