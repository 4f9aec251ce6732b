import type { ImportRecord } from '@kesheng/core/intake/ports'
import type { Stores } from '@kesheng/storage/open-stores'
import { importRecord, sourceRecord, tenantRecord } from './control-records.ts'

/** Adds a workspace and gives its id. */
export async function addTenant(stores: Stores): Promise<string> {
  const tenant = tenantRecord()
  await stores.workspaces.addTenant(tenant)
  return tenant.id
}

/** Adds a workspace with a source. */
export async function addSource(stores: Stores): Promise<{ tenantId: string; sourceId: string }> {
  const tenantId = await addTenant(stores)
  const source = await stores.imports.ensureSource(sourceRecord(tenantId), 1)
  return { tenantId, sourceId: source.id }
}

/** Adds a workspace with a source and an import from it. */
export async function addImport(stores: Stores, change: Partial<ImportRecord> = {}): Promise<ImportRecord> {
  const { tenantId, sourceId } = await addSource(stores)
  const record = importRecord(tenantId, sourceId, change)
  await stores.imports.create(record)
  return record
}
