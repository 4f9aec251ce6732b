import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import type { RangeLock } from '../conversations/range-lock.ts'
import type { FactStore } from '../facts/ports.ts'
import { where } from '../facts/where.ts'
import { repairAfterRemoval, type FinishPorts } from './finish-import.ts'
import type { ImportRecord } from './ports.ts'

interface RemovePorts {
  facts: FactStore
  lock: RangeLock
}

interface Removed {
  tenantId: string
  importId?: string
  sourceId?: string
}

/** Removes what an import or intake batch, a source or a whole tenant has put into any table. */
export async function removeRows(facts: FactStore, what: Removed): Promise<void> {
  for (const table of factTables as unknown as readonly FactTable[])
    await facts.remove(table, where(table, { ...what }))
}

const withNeighbours = (days: readonly number[]): number[] =>
  [...new Set(days.flatMap((day) => [day - 1, day, day + 1]))].sort((a, b) => a - b)

/**
 * Removes rows of some days together with what is still being made of them. An analysis that read the log before
 * would write its facts back afterwards; so the log goes first, then whatever runs on those days (and on their
 * neighbours, where conversations may have begun) is waited for, then its facts go. What starts later reads a log
 * without the rows.
 */
export async function removeForGood(
  { facts, lock }: RemovePorts,
  what: Removed,
  days: readonly number[],
): Promise<void> {
  await removeRows(facts, what)
  const { tenantId } = what
  for (const day of withNeighbours(days))
    await lock.withLock({ tenantId, day, bucketFrom: 0, bucketTo: 255 }, () => Promise.resolve())
  await removeRows(facts, what)
}

/** Undoes a cancelled import: every row that carries its id goes, conversations it was part of are analysed again. */
export async function takeBack(
  ports: FinishPorts & Pick<RemovePorts, 'lock'>,
  record: ImportRecord,
): Promise<ImportRecord['state']> {
  const { id, tenantId } = record
  const touched = await ports.imports.touched(id)
  const days = touched.map(({ day }) => day)
  await removeForGood(ports, { tenantId, importId: id }, days)
  await repairAfterRemoval(ports, tenantId, record.options.mapping.kind, days)
  await ports.imports.transition(id, ['cancelling'], 'cancelled', { now: ports.clock() })
  return 'cancelled'
}
