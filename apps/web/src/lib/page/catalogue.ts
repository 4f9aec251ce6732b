import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import type { DimensionInfo, MetricInfo } from '@kesheng/contracts/metrics/query'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { routeQuery } from '../api/queries.ts'

export interface Catalogue {
  metrics: ReadonlyMap<string, MetricInfo>
  dimensions: ReadonlyMap<string, DimensionInfo>
}

const empty: Catalogue = { metrics: new Map(), dimensions: new Map() }

/** Metrics and dimensions by id; empty until loaded. */
export function useCatalogue(): Catalogue {
  const { data } = useQuery({ ...routeQuery(insightRoutes.metrics, {}), staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => {
    if (!data) return empty
    return {
      metrics: new Map(data.metrics.map((metric) => [metric.id, metric])),
      dimensions: new Map(data.dimensions.map((dimension) => [dimension.id, dimension])),
    }
  }, [data])
}
