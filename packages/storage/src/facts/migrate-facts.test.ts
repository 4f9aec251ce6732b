import { columnName, defineFact, type FactTable } from '@kesheng/contracts/facts/columns'
import { describe, expect, it } from 'vitest'
import { storedTypes } from './column-types.ts'
import { factMigrations } from './fact-migrations.ts'
import { alignTable, type StoredColumn } from './migrate-facts.ts'
import { createTable } from './table-ddl.ts'

const table = defineFact(
  'visit',
  { tenantId: 'key', day: 'day', visitNote: 'text', version: 'uint64', deleted: 'flag' },
  { orderBy: ['tenantId', 'day'], partitionBy: 'day', fullText: ['visitNote'] },
) as unknown as FactTable

const asStored = (names: string[]): StoredColumn[] =>
  names.map((name) => ({ name: columnName(name), type: storedTypes[table.columns[name]!].type }))

describe('alignTable', () => {
  it('creates a table that is not there', () => {
    expect(alignTable(table, null)).toEqual([createTable(table)])
  })

  it('leaves a table alone that is as described', () => {
    expect(alignTable(table, asStored(Object.keys(table.columns)))).toEqual([])
  })

  it('adds new columns and their index', () => {
    expect(alignTable(table, asStored(['tenantId', 'day', 'version', 'deleted']))).toEqual([
      'ALTER TABLE fact_visit_v1 ADD COLUMN IF NOT EXISTS visit_note String CODEC(ZSTD(1))',
      'ALTER TABLE fact_visit_v1 ADD INDEX IF NOT EXISTS visit_note_pairs visit_note TYPE text(tokenizer = ngrams(2))',
    ])
  })

  it('keeps columns that are no longer described', () => {
    const stored = [...asStored(Object.keys(table.columns)), { name: 'old', type: 'String' }]
    expect(alignTable(table, stored)).toEqual([])
  })

  it('refuses a column that changed its type', () => {
    const stored = asStored(Object.keys(table.columns)).map((column) =>
      column.name === 'visit_note' ? { name: 'visit_note', type: 'UInt8' } : column,
    )
    expect(() => alignTable(table, stored)).toThrow(/visit_note is UInt8, described as String/)
  })
})

it('numbers migrations upwards without gaps', () => {
  expect(factMigrations.map((migration) => migration.version)).toEqual(
    factMigrations.map((_, index) => index + 1),
  )
})
