export interface FactMigration {
  version: number
  name: string
  /** Statements that may run twice: a crash between them repeats the migration. */
  statements: readonly string[]
}

/**
 * Changes that the tables' descriptions cannot express, in order. Tables and additive columns come from the
 * descriptions themselves; the first entry marks the layout this history starts from.
 */
export const factMigrations: readonly FactMigration[] = [
  { version: 1, name: 'facts and logs', statements: [] },
]
