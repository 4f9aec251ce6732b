import { z } from 'zod'

/** A span of a text: UTF-16 offsets into the stored (masked) text, end exclusive. */
export const span = z.object({ start: z.number(), end: z.number() })

export const conversationSummary = z.object({
  conversationId: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  timeAssumed: z.boolean(),
  platform: z.string(),
  shopId: z.string(),
  agentId: z.string(),
  buyerName: z.string(),
  productName: z.string(),
  messageCount: z.number(),
  firstResponseSeconds: z.number().nullable(),
  sentiment: z.string(),
  sentimentScore: z.number(),
  scene: z.string(),
  stage: z.string(),
  intents: z.array(z.string()),
  opinionCount: z.number(),
  negativeOpinionCount: z.number(),
  converted: z.boolean(),
  presaleInquiry: z.boolean(),
  rating: z.number().nullable(),
  preview: z.string(),
  /** Text-search hit: the message and the words around it. */
  snippet: z.string().nullable(),
})
export type ConversationSummary = z.infer<typeof conversationSummary>

export const opinionMark = z.object({
  opinionId: z.string(),
  textId: z.string(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  polarity: z.number(),
  strength: z.number(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  confidence: z.number(),
  decidedBy: z.string(),
  decider: z.string(),
})

export const opinionQuote = opinionMark.extend({
  subjectKind: z.string(),
  subjectId: z.string(),
  occurredAt: z.string(),
  platform: z.string(),
  shopId: z.string(),
  agentId: z.string(),
  productName: z.string(),
  /** The whole text the span is in. */
  text: z.string(),
})
export type OpinionQuote = z.infer<typeof opinionQuote>

export const tagMark = z.object({
  hitId: z.string(),
  textId: z.string(),
  tagKind: z.string(),
  tagId: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  confidence: z.number(),
  decidedBy: z.string(),
  decider: z.string(),
})

export const maskMark = span.extend({ kind: z.string() })

export const threadMessage = z.object({
  messageId: z.string(),
  sentAt: z.string(),
  role: z.string(),
  agentId: z.string(),
  kind: z.string(),
  automatic: z.boolean(),
  text: z.string(),
  masks: z.array(maskMark),
  sentiment: z.string(),
  sentimentScore: z.number(),
  sentimentConfidence: z.number(),
  responseSeconds: z.number().nullable(),
  /** File line this message came from. */
  line: z.number(),
})
export type ThreadMessage = z.infer<typeof threadMessage>

export const orderSummary = z.object({
  orderId: z.string(),
  orderedAt: z.string(),
  paidAt: z.string().nullable(),
  platform: z.string(),
  shopId: z.string(),
  productName: z.string(),
  quantity: z.number(),
  paidAmount: z.number(),
  status: z.string(),
  /** Linked to the conversation as its attributed order. */
  attributed: z.boolean(),
  refund: z
    .object({ amount: z.number(), reason: z.string(), status: z.string(), appliedAt: z.string() })
    .nullable(),
})
export type OrderSummary = z.infer<typeof orderSummary>

export const reviewItem = z.object({
  reviewId: z.string(),
  reviewedAt: z.string(),
  timeAssumed: z.boolean(),
  platform: z.string(),
  shopId: z.string(),
  buyerName: z.string(),
  orderId: z.string(),
  productName: z.string(),
  skuName: z.string(),
  score: z.number().nullable(),
  rating: z.string(),
  text: z.string(),
  masks: z.array(maskMark),
  appendText: z.string(),
  appendedAt: z.string().nullable(),
  reply: z.string(),
  blank: z.boolean(),
  ownership: z.string(),
  sentiment: z.string(),
  sentimentScore: z.number(),
  opinions: z.array(opinionMark),
})
export type ReviewItem = z.infer<typeof reviewItem>

export const surveyItem = z.object({
  answerId: z.string(),
  responseId: z.string(),
  answeredAt: z.string(),
  surveyId: z.string(),
  questionText: z.string(),
  questionKind: z.string(),
  score: z.number().nullable(),
  choice: z.string(),
  text: z.string(),
  agentId: z.string(),
  sentiment: z.string(),
})
