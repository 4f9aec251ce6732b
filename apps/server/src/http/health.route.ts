import { dataRoutes as contract } from '@kesheng/contracts/http/data.routes'
import { servePublic, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function healthRoutes(services: Services): ServedRoute[] {
  return [
    servePublic(contract.health, async () => {
      const stores = await services.stores.health()
      const up = Object.values(stores).every((store) => store.status === 'ok')
      return {
        status: up ? ('ok' as const) : ('degraded' as const),
        version: services.version,
        stores,
        demo: services.demo.status(),
      }
    }),
  ]
}
