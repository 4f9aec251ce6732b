import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import type { Filter } from '@kesheng/contracts/metrics/query'
import { useQuery } from '@tanstack/react-query'
import { withValues } from '#components/filter-edit.ts'
import { routeQuery } from '#lib/api/queries.ts'
import { usePageContext } from '#lib/page/page-context.ts'
import { grainOf } from '#lib/url/period.ts'
import { levels } from '../prepare/opinion-tree.ts'

const metrics = ['mentions', 'positiveMentions', 'negativeMentions']
/** Far above the number of level-3 opinions in the packs; the server caps nothing silently below it. */
const everyOpinion = 100_000

export function useOpinions() {
  const { filters, timeRange, previous } = usePageContext()
  const compare = previous ? { compare: 'previous' as const } : {}
  const body = { metrics, dimensions: [...levels], filters, timeRange, ...compare, limit: everyOpinion }
  return useQuery(routeQuery(insightRoutes.query, { body }))
}

/** Mentions by one dimension as if it were not filtered, so its switch shows all counts. */
export function useMentionsBy(dimension: 'dimension' | 'polarity') {
  const { filters, timeRange } = usePageContext()
  const body = {
    metrics: ['mentions'],
    dimensions: [dimension],
    filters: withValues(filters, dimension, []),
    timeRange,
  }
  return useQuery(routeQuery(insightRoutes.query, { body }))
}

export function useOpinionTrend(own: Filter[]) {
  const { filters, timeRange, range } = usePageContext()
  const body = { metrics, filters: [...filters, ...own], timeRange, grain: grainOf(range) }
  return useQuery(routeQuery(insightRoutes.query, { body }))
}

/** The newest verbatims of an opinion. */
export function useQuotes(own: Filter[], limit: number) {
  const { filters, timeRange } = usePageContext()
  const body = { filters: [...filters, ...own], timeRange, limit }
  return useQuery(routeQuery(explorerRoutes.searchOpinions, { body }))
}
