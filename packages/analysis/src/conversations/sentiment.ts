import type { Sentiment } from '@kesheng/contracts/facts/common'
import type { MessageInput, TextAnalysis } from '../engine/types.ts'

export interface ConversationSentiment {
  sentiment: Sentiment
  sentimentScore: number
  sentimentOpening: number
  sentimentClosing: number
}

/** One clear complaint (−0.8) among questions is just enough. */
const threshold = 0.2

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * Neutral messages say little about how the buyer feels, so the mean is taken over messages with a feeling, pulled
 * towards neutral by two neutral messages; the closing third counts double, because how it ended is what stays.
 */
/** A single remark does not make a conversation. */
const neutralWeight = 2

function overall(scores: readonly number[], third: number): number {
  let sum = 0
  let weight = neutralWeight
  scores.forEach((score, index) => {
    if (score === 0) return
    const share = index >= scores.length - third ? 2 : 1
    sum += score * share
    weight += share
  })
  return sum / weight
}

export function summariseSentiment(
  messages: readonly MessageInput[],
  analyses: readonly TextAnalysis[],
): ConversationSentiment {
  const scores = analyses
    .filter((_, index) => messages[index]!.role === 'buyer' && messages[index]!.kind === 'text')
    .map((analysis) => analysis.sentimentScore)
  const third = Math.max(1, Math.ceil(scores.length / 3))
  const score = overall(scores, third)
  return {
    sentiment: score > threshold ? 'positive' : score < -threshold ? 'negative' : 'neutral',
    sentimentScore: score,
    sentimentOpening: mean(scores.slice(0, third)),
    sentimentClosing: mean(scores.slice(-third)),
  }
}
