import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import type { FactStore } from '@kesheng/core/facts/ports'
import { where } from '@kesheng/core/facts/where'
import type { ImportRepository } from '@kesheng/core/intake/ports'
import type { WorkspaceRepository } from '@kesheng/core/workspace/ports'
import { demoActor } from './demo-history.ts'

interface RemoveDemoPorts {
  facts: FactStore
  imports: ImportRepository
  workspaces: WorkspaceRepository
}

/** Takes every generated source out of a workspace. What people imported themselves stays. */
export async function removeDemo(
  { facts, imports, workspaces }: RemoveDemoPorts,
  tenantId: string,
): Promise<boolean> {
  const generated = new Set<string>()
  for (const source of await imports.sources(tenantId)) {
    const records = await imports.listBySource(tenantId, source.id)
    if (records.some((record) => record.startedBy === demoActor)) generated.add(source.id)
  }
  if (generated.size > 0) {
    for (const table of factTables as unknown as readonly FactTable[])
      await facts.remove(table, where(table, { tenantId, sourceId: { in: [...generated] } }))
    for (const sourceId of generated) await imports.deleteSource(tenantId, sourceId)
  }
  await workspaces.setDemo(tenantId, false)
  return generated.size > 0
}
