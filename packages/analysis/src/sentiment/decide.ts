import type { Sentiment } from '@kesheng/contracts/facts/common'
import type { Evidence } from './evidence.ts'

export interface SentimentDecision {
  sentiment: Sentiment
  /** −1 … 1. */
  score: number
  /** 0 … 1. */
  confidence: number
}

/** Beyond this a score is a feeling; within it the text is neutral. */
const threshold = 0.3
/** Log-odds per unit of evaluative words, chosen on chats by eye. */
const evidenceWeight = 0.9
/** The model was trained on reviews: in chats it only tips the scale. */
const chatModelWeight = 0.25
/** Short or bland review texts: the model must be surer than this without evaluative words. */
const blandLimit = 0.75

function decided(score: number): SentimentDecision {
  const sentiment = score > threshold ? 'positive' : score < -threshold ? 'negative' : 'neutral'
  const confidence =
    sentiment === 'neutral' ? 1 - Math.abs(score) / (2 * threshold) : (1 + Math.abs(score)) / 2
  return { sentiment, score, confidence }
}

/** Chats are mostly questions, numbers and greetings: without evaluative words they are neutral. */
export function decideChat(evidence: Evidence, logOdds: number): SentimentDecision {
  const total = evidence.positive + evidence.negative
  if (total === 0) return { sentiment: 'neutral', score: 0, confidence: 0.9 }
  const model = Math.max(-2, Math.min(2, logOdds)) * chatModelWeight
  const balance = evidence.positive - evidence.negative
  return decided(Math.tanh((evidenceWeight * balance + model) / 2))
}

/**
 * Log-odds of a review from the model and the words the packs know. The model reads best where it has seen much
 * text, so words weigh 1 in texts of up to eight characters and 0.2 in long ones. Chosen by cross-validation on
 * product reviews (93.84 → 94.11 %); it changes trades the model has not seen by +0.1 (food) and 0.0 (eprstmt).
 */
export function reviewLogOdds(evidence: Evidence, logOdds: number, length: number): number {
  const balance = Math.max(-4, Math.min(4, evidence.positive - evidence.negative))
  return logOdds + (0.2 + 0.8 * Math.min(1, 8 / Math.max(1, length))) * balance
}

/** Reviews evaluate: they are neutral only when nothing in them is evaluative and the model is not sure. */
export function decideReview(evidence: Evidence, logOdds: number, length: number): SentimentDecision {
  const score = Math.tanh(reviewLogOdds(evidence, logOdds, length) / 2)
  const bland = evidence.positive + evidence.negative === 0
  if (bland && Math.abs(score) < blandLimit)
    return { sentiment: 'neutral', score: score * 0.3, confidence: 0.6 }
  return decided(score)
}
