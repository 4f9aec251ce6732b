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

/** Reviews evaluate: the model decides, unless nothing in the text is evaluative and it is not sure. */
export function decideReview(evidence: Evidence, logOdds: number): SentimentDecision {
  const balance = evidence.positive - evidence.negative
  const tipped = logOdds + 0.35 * Math.max(-3, Math.min(3, balance))
  const score = Math.tanh(tipped / 2)
  const bland = evidence.positive + evidence.negative === 0
  if (bland && Math.abs(score) < blandLimit)
    return { sentiment: 'neutral', score: score * 0.3, confidence: 0.6 }
  return decided(score)
}
