import { factTables } from '@kesheng/contracts/facts/all'
import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import type { Ownership } from '@kesheng/contracts/facts/common'
import type { FactStore } from '@kesheng/core/facts/ports'
import { slices, where } from '@kesheng/core/facts/where'

interface ChangeOwnershipPorts {
  facts: FactStore
  clock: () => number
  randomId: () => string
}

/** Days of a source handled at once: keeps the rows in memory to a week's. */
const daysAtOnce = 7

type LineageRow = Row<Columns> & { version: number }

/**
 * Marks every row of a source as own, a competitor's or of the category. Every fact carries the mark, so that no
 * figure needs to look the source up; changing it writes the rows again with a newer version.
 */
export async function changeOwnership(
  { facts, clock, randomId }: ChangeOwnershipPorts,
  source: { tenantId: string; sourceId: string },
  ownership: Ownership,
): Promise<void> {
  const change = randomId()
  for (const table of factTables as unknown as readonly FactTable[]) {
    for (const days of slices(await daysOf(facts, table, source), daysAtOnce)) {
      const rows = (await facts.read(table, where(table, { ...source, day: { in: days } }))) as LineageRow[]
      if (rows.length === 0) continue
      const now = clock()
      const marked = rows.map((row) => ({ ...row, ownership, version: Math.max(now, row.version + 1) }))
      await facts.insert(table, marked, `ownership:${change}:${table.noun}:${days[0] ?? 0}`)
    }
  }
}

async function daysOf(
  facts: FactStore,
  table: FactTable,
  source: { tenantId: string; sourceId: string },
): Promise<number[]> {
  const { sql, params } = where(table, source)
  const rows = await facts.query<{ day: number }>({
    sql: `SELECT DISTINCT toUInt16(day) AS day FROM ${table.table} WHERE ${sql} ORDER BY day`,
    params,
  })
  return rows.map(({ day }) => day)
}
