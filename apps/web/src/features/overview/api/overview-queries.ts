import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import type { Filter, QueryInput } from '@kesheng/contracts/metrics/query'
import { useQuery } from '@tanstack/react-query'
import { routeQuery } from '#lib/api/queries.ts'
import { useCatalogue } from '#lib/page/catalogue.ts'
import { usePageContext } from '#lib/page/page-context.ts'
import { grainOf, timeRangeOf } from '#lib/url/period.ts'
import { fittingMetrics, tileMetrics, tileQueryMetrics, trendMetrics } from '../prepare/overview-metrics.ts'

/** A query that waits until there is a metric to ask for. */
function useInsight(body: QueryInput) {
  return useQuery({ ...routeQuery(insightRoutes.query, { body }), enabled: body.metrics.length > 0 })
}

/** The page's frame as the body of a query over these metrics, as far as the filters apply to them. */
function useFrame() {
  const { filters, timeRange, previous, range } = usePageContext()
  const { metrics } = useCatalogue()
  return {
    frame: { filters, timeRange, ...(previous ? { compare: 'previous' as const } : {}) },
    filters,
    timeRange,
    previous,
    grain: grainOf(range),
    fitting: (wanted: readonly string[]) => fittingMetrics(wanted, metrics, filters),
  }
}

export function useTotals() {
  const { frame, fitting } = useFrame()
  return useInsight({ ...frame, metrics: tileQueryMetrics(fitting(tileMetrics)) })
}

export function useTrend() {
  const { filters, timeRange, grain, fitting } = useFrame()
  return useInsight({ filters, timeRange, grain, metrics: fitting([...tileMetrics, ...trendMetrics]) })
}

/** Inquiries over the period before; idle when not comparing. */
export function usePreviousTrend() {
  const { filters, previous, grain, fitting } = useFrame()
  const metrics = previous ? fitting(['inquiries']) : []
  return useInsight({ filters, timeRange: timeRangeOf(previous), grain, metrics })
}

export function useScenes(limit: number) {
  const { frame, fitting } = useFrame()
  const metrics = fitting(['inquiries', 'negativeShare'])
  return useInsight({ ...frame, metrics, dimensions: ['scene'], limit })
}

/** Mentions in chats only, so they can be set against inquiries. */
export const inChats: Filter = { dimension: 'subjectKind', operator: 'in', values: ['conversation'] }

/** Opinions of both periods; idle when not comparing. Packs hold some hundreds of level-3 opinions. */
export function useOpinionMoves() {
  const { frame, filters, previous, fitting } = useFrame()
  const metrics = previous ? fitting(['mentions', 'negativeMentions']) : []
  const dimensions = ['level1', 'level2', 'level3']
  return useInsight({ ...frame, filters: [...filters, inChats], metrics, dimensions, limit: 5000 })
}

export function useShopConversion(limit: number) {
  const { frame, fitting } = useFrame()
  const metrics = fitting(['presaleInquirers', 'inquiryConversion', 'agentSales'])
  return useInsight({ ...frame, metrics, dimensions: ['shop'], limit })
}
