import type { Filter, MetricInfo } from '@kesheng/contracts/metrics/query'

/** Tiles of the overview in reading order: how much, how fast, how it felt, what came of it. */
export const tileMetrics = [
  'inquiries',
  'inquirers',
  'firstResponseTime',
  'averageResponseTime',
  'threeMinuteReplyRate',
  'netSentiment',
  'negativeShare',
  'inquiryConversion',
  'agentSales',
  'agentGoodRate',
  'csat',
  'averageReviewScore',
] as const

/** The count that is exactly the population of a figure, shown as its n. */
export const sampleOf: Readonly<Record<string, string>> = {
  netSentiment: 'inquiries',
  negativeShare: 'inquiries',
  inquiryConversion: 'presaleInquirers',
  agentGoodRate: 'agentRatings',
}

/** Further figures the trend charts are drawn from. */
export const trendMetrics = ['positiveConversations', 'negativeConversations'] as const

type Known = Pick<MetricInfo, 'dimensions' | 'subject'>

/** Rows that can be chosen by the opinions found in them, e.g. the conversations in which something was said. */
const holdsOpinions: ReadonlySet<string> = new Set(['conversation', 'message', 'review', 'surveyAnswer'])

/** Metrics every filter applies to; a metric that does not know a filter's dimension would refuse the whole query. */
export function fittingMetrics(
  wanted: readonly string[],
  catalogue: ReadonlyMap<string, Known>,
  filters: readonly Filter[],
): string[] {
  const ofOpinions = catalogue.get('mentions')?.dimensions ?? []
  const fits = ({ dimensions, subject }: Known, dimension: string) =>
    dimensions.includes(dimension) || (holdsOpinions.has(subject) && ofOpinions.includes(dimension))
  return wanted.filter((id) => {
    const known = catalogue.get(id)
    return known && filters.every(({ dimension }) => fits(known, dimension))
  })
}

/** Everything the tiles need in one query: their metrics and the counts behind them, each once. */
export function tileQueryMetrics(fitting: readonly string[]): string[] {
  return [...new Set(fitting.flatMap((id) => [id, ...(sampleOf[id] ? [sampleOf[id]] : [])]))]
}
