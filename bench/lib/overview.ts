import type { QueryInput } from '@kesheng/contracts/metrics/query'

const tiles = [
  'inquiries',
  'inquirers',
  'firstResponseTime',
  'averageResponseTime',
  'threeMinuteReplyRate',
  'netSentiment',
  'negativeShare',
  'inquiryConversion',
  'agentSales',
  'csat',
]

/** What the overview page asks for a window of days, all at once, as the browser does. */
export function overviewQueries(days: number): Record<string, QueryInput> {
  const timeRange = { last: `${days}d` }
  return {
    totals: { metrics: tiles, timeRange, compare: 'previous' },
    trend: {
      metrics: [...tiles, 'positiveConversations', 'negativeConversations'],
      timeRange,
      grain: days > 93 ? 'week' : 'day',
    },
    scenes: {
      metrics: ['inquiries', 'negativeShare'],
      dimensions: ['scene'],
      timeRange,
      compare: 'previous',
      limit: 10,
    },
    opinions: {
      metrics: ['mentions', 'negativeMentions'],
      dimensions: ['level1', 'level2', 'level3'],
      timeRange,
      compare: 'previous',
      limit: 5000,
    },
    shops: {
      metrics: ['presaleInquirers', 'inquiryConversion', 'agentSales'],
      dimensions: ['shop'],
      timeRange,
      compare: 'previous',
      limit: 200,
    },
  }
}
