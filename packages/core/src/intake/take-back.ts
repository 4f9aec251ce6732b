import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import type { FactStore } from '../facts/ports.ts'
import { where } from '../facts/where.ts'
import { repairAfterRemoval, type FinishPorts } from './finish-import.ts'
import type { ImportRecord } from './ports.ts'

/** Removes what an import or intake batch, a source or a whole tenant has put into any table. */
export async function removeRows(
  facts: FactStore,
  what: { tenantId: string; importId?: string; sourceId?: string },
): Promise<void> {
  for (const table of factTables as unknown as readonly FactTable[])
    await facts.remove(table, where(table, { ...what }))
}

/** Undoes a cancelled import: every row that carries its id goes, conversations it was part of are analysed again. */
export async function takeBack(ports: FinishPorts, record: ImportRecord): Promise<ImportRecord['state']> {
  const { id, tenantId } = record
  await removeRows(ports.facts, { tenantId, importId: id })
  const touched = await ports.imports.touched(id)
  const days = touched.map(({ day }) => day)
  await repairAfterRemoval(ports, tenantId, record.options.mapping.kind, days)
  await ports.imports.transition(id, ['cancelling'], 'cancelled', { now: ports.clock() })
  return 'cancelled'
}
