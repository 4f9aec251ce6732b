import { insightRoutes as contract } from '@kesheng/contracts/http/insight.routes'
import { dimensionValues } from '@kesheng/core/explorer/dimension-values'
import { dimensionInfo, dimensions, metricInfo, metrics } from '@kesheng/core/metrics/catalogue'
import { runEvidence } from '@kesheng/core/metrics/evidence'
import { runQuery } from '@kesheng/core/metrics/run'
import { readContext } from './read-context.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function insightRoutes(services: Services): ServedRoute[] {
  const { facts } = services.stores
  const catalogue = { metrics: metrics.map(metricInfo), dimensions: dimensions.map(dimensionInfo) }
  return [
    serve(contract.query, async (call) =>
      runQuery({ facts }, call.body, call.principal.scope, readContext(services, call)),
    ),
    serve(contract.evidence, async (call) =>
      runEvidence({ facts }, call.body, call.principal.scope, readContext(services, call)),
    ),
    serve(contract.metrics, async () => catalogue),
    serve(contract.dimensionValues, async (call) => ({
      values: await dimensionValues(
        { facts },
        { dimension: call.params.id, ...call.query },
        call.principal.scope,
        readContext(services, call),
      ),
    })),
  ]
}
