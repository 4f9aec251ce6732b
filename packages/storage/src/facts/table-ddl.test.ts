import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import { describe, expect, it } from 'vitest'
import { createTable } from './table-ddl.ts'

describe('createTable', () => {
  it('makes the tables of the golden file', async () => {
    const ddl = factTables.map((table) => `${createTable(table as unknown as FactTable)};\n`).join('\n')
    await expect(ddl).toMatchFileSnapshot('facts.golden.sql')
  })
})
