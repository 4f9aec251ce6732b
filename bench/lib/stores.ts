import { wholeTenant, type Scope } from '@kesheng/core/access/scope'
import { openStores, type Stores } from '@kesheng/storage/open-stores'

const quiet = () => undefined

/** Opens a data directory that no server holds; the first workspace is the one measured. */
export async function openBenchStores(
  dataDir: string,
): Promise<{ stores: Stores; scope: Scope; timezone: string }> {
  const stores = await openStores({
    dataDir,
    log: { debug: quiet, info: quiet, warn: console.warn, error: console.error },
  })
  const [tenant] = await stores.workspaces.tenants()
  if (!tenant) throw new Error(`${dataDir} holds no workspace: run npx kesheng demo there first`)
  return { stores, scope: wholeTenant(tenant.id), timezone: tenant.settings.timezone }
}
