import { dataRoutes as contract, type SourceItem } from '@kesheng/contracts/http/data.routes'
import { coverage } from '@kesheng/core/catalogue/coverage'
import { listSources } from '@kesheng/core/catalogue/sources'
import { conflict, notFound } from '@kesheng/core/errors/errors'
import { deleteSource } from '@kesheng/core/intake/delete-data'
import { changeOwnership } from '../intake/change-ownership.ts'
import { audit } from './audit.ts'
import { defined } from './defined.ts'
import { readContext } from './read-context.ts'
import { serve, type KnownCaller, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function catalogueRoutes(services: Services): ServedRoute[] {
  const { facts, imports, queue, lock, workspaces } = services.stores
  const list = (call: KnownCaller) =>
    listSources({ facts, imports }, call.principal.scope, readContext(services, call))
  const find = async (call: KnownCaller, id: string): Promise<SourceItem> => {
    const source = (await list(call)).find((one) => one.id === id)
    if (source) return source
    throw notFound({ message: { zh: '没有这个数据源。', en: 'No such data source.' } })
  }
  return [
    serve(contract.catalogue, async (call) => ({ sources: await list(call) })),

    serve(contract.coverage, async (call) =>
      coverage({ facts }, call.principal.scope, readContext(services, call)),
    ),

    serve(contract.changeSource, async (call) => {
      const tenantId = call.principal.tenant.id
      const sourceId = call.params.id
      const change = defined(call.body)
      const before = await find(call, sourceId)
      if (change.ownership !== undefined && change.ownership !== before.ownership) {
        await refuseWhileImporting(services, tenantId, sourceId)
        await changeOwnership({ ...services, facts }, { tenantId, sourceId }, change.ownership)
      }
      await imports.changeSource(tenantId, sourceId, change)
      await audit(services, call.principal, 'source.change', sourceId, change)
      return find(call, sourceId)
    }),

    serve(contract.deleteSource, async ({ principal, params }) => {
      await refuseWhileImporting(services, principal.tenant.id, params.id)
      await deleteSource({ facts, imports, workspaces, queue, lock }, principal.tenant.id, params.id)
      await audit(services, principal, 'source.delete', params.id, {})
      return { deleted: true }
    }),
  ]
}

/** Rows that arrive while the source is changed would be missed. */
async function refuseWhileImporting(services: Services, tenantId: string, sourceId: string): Promise<void> {
  const records = await services.stores.imports.listBySource(tenantId, sourceId)
  if (!records.some(({ state }) => state === 'running' || state === 'analysing' || state === 'cancelling'))
    return
  throw conflict({
    message: { zh: '这个数据源正在导入。', en: 'This source is being imported.' },
    remedy: { zh: '等导入完成，或先取消导入。', en: 'Wait for the import to end, or cancel it first.' },
  })
}
