import type { RangeLock } from '../conversations/range-lock.ts'
import { notFound } from '../errors/errors.ts'
import type { FactStore } from '../facts/ports.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { repairAfterRemoval } from './finish-import.ts'
import type { ImportRepository } from './ports.ts'
import { removeForGood, removeRows } from './take-back.ts'

export interface DeleteDataPorts {
  facts: FactStore
  imports: ImportRepository
  workspaces: WorkspaceRepository
  queue: Pick<JobQueue, 'send'>
  lock: RangeLock
}

/** Deletes a source with every fact from it; orders taken away are untied from the conversations that stay. */
export async function deleteSource(
  ports: DeleteDataPorts,
  tenantId: string,
  sourceId: string,
): Promise<void> {
  const source = (await ports.imports.sources(tenantId)).find(({ id }) => id === sourceId)
  if (source === undefined) throw notFound({ message: { zh: '没有这个数据源', en: 'No such data source' } })
  const days = await daysOf(ports.imports, tenantId, sourceId)
  await removeForGood(ports, { tenantId, sourceId }, days)
  await ports.imports.deleteSource(tenantId, sourceId)
  await repairAfterRemoval(ports, tenantId, source.kind, days)
}

/** Days (UTC) that imports of a source have put rows on. */
async function daysOf(
  imports: Pick<ImportRepository, 'listBySource' | 'touched'>,
  tenantId: string,
  sourceId: string,
): Promise<number[]> {
  const days = new Set<number>()
  for (const record of await imports.listBySource(tenantId, sourceId))
    for (const { day } of await imports.touched(record.id)) days.add(day)
  return [...days]
}

/** Empties a demo workspace; people and settings stay. */
export async function deleteDemo(ports: DeleteDataPorts, tenantId: string): Promise<boolean> {
  const tenant = await ports.workspaces.tenant(tenantId)
  if (tenant === null || !tenant.demo) return false
  await removeRows(ports.facts, { tenantId })
  for (const source of await ports.imports.sources(tenantId))
    await ports.imports.deleteSource(tenantId, source.id)
  await ports.workspaces.setDemo(tenantId, false)
  return true
}
