import { firstTables } from './0001-first-tables.ts'
import { importErrors } from './0002-import-errors.ts'

export interface ControlMigration {
  version: number
  name: string
  sql: string
}

/** Hand-written, run in order, each once and in one transaction; never changed after a release. */
export const controlMigrations: readonly ControlMigration[] = [
  { version: 1, name: 'first tables', sql: firstTables },
  { version: 2, name: 'import errors in both languages', sql: importErrors },
]
