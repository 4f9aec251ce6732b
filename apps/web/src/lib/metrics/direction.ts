import { formatChange, formatValue, type Language } from '../format/value.ts'

const lowerIsBetter = new Set([
  'firstResponseTime',
  'firstResponseTimeMedian',
  'firstResponseTimeP90',
  'averageResponseTime',
  'longestWait',
  'slowResponses',
  'slowResponseRate',
  'unansweredRate',
  'unansweredConversations',
  'negativeConversations',
  'negativeShare',
  'negativeMessages',
  'negativeMessageShare',
  'negativeMentions',
  'negativeMentionShare',
  'negativeMentionsPerHundred',
  'negativeOpinionConversations',
  'moodWorsened',
  'moodWorsenedShare',
  'inquiryLossRate',
  'refunds',
  'refundAmount',
  'refundRateByAmount',
  'refundRateByOrders',
  'qualityRefunds',
  'qualityRefundRate',
  'platformAssistRate',
  'badReviews',
  'badReviewRate',
  'mediumBadReviewRate',
  'agentBadRate',
  'detractorShare',
])

/** More of these is neither good nor bad by itself. */
const neutral = new Set([
  'inquiries',
  'inquirers',
  'conversations',
  'messages',
  'buyerMessages',
  'agentMessages',
  'mentions',
  'reviews',
  'surveyAnswers',
  'presaleInquirers',
])

export type Tone = 'good' | 'bad' | 'neutral'

export function toneOfChange(metric: string, current: number, previous: number): Tone {
  if (neutral.has(metric) || current === previous) return 'neutral'
  return current > previous === !lowerIsBetter.has(metric) ? 'good' : 'bad'
}

export interface Delta {
  text: string
  tone: Tone
  previous: string
}

/** Change of a metric against the period before, formatted; nothing when either side has no value. */
export function deltaOf(
  metric: string,
  unit: string,
  current: number | null,
  previous: number | null,
  language: Language,
): Delta | undefined {
  if (current === null || previous === null) return undefined
  return {
    text: formatChange(current, previous, unit, language),
    tone: toneOfChange(metric, current, previous),
    previous: formatValue(previous, unit, language),
  }
}
