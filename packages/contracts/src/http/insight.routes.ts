import { z } from 'zod'
import {
  dimensionInfo,
  evidenceRequest,
  evidenceSubjects,
  metricInfo,
  queryRequest,
  queryResult,
} from '../metrics/query.ts'
import { defineRoute } from './route.ts'
import { conversationSummary, opinionQuote, orderSummary, reviewItem, surveyItem } from './views.ts'

const access = { permission: 'insights.read' } as const

/** One row of an evidence list; `numerator` marks rows that count for a share's upper part. */
export const evidenceItem = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('conversation'), numerator: z.boolean(), conversation: conversationSummary }),
  z.object({ subject: z.literal('opinion'), numerator: z.boolean(), opinion: opinionQuote }),
  z.object({ subject: z.literal('review'), numerator: z.boolean(), review: reviewItem }),
  z.object({ subject: z.literal('surveyAnswer'), numerator: z.boolean(), answer: surveyItem }),
  z.object({ subject: z.literal('order'), numerator: z.boolean(), order: orderSummary }),
  z.object({ subject: z.literal('refund'), numerator: z.boolean(), order: orderSummary }),
  z.object({
    subject: z.literal('message'),
    numerator: z.boolean(),
    message: z.object({
      messageId: z.string(),
      conversationId: z.string(),
      sentAt: z.string(),
      role: z.string(),
      agentId: z.string(),
      text: z.string(),
      sentiment: z.string(),
    }),
  }),
])
export type EvidenceItem = z.infer<typeof evidenceItem>

export const insightRoutes = {
  query: defineRoute({
    id: 'insight.query',
    method: 'POST',
    path: '/api/v1/query',
    access,
    summary: 'Metrics by dimensions over a time range',
    body: queryRequest,
    response: queryResult,
  }),
  evidence: defineRoute({
    id: 'insight.evidence',
    method: 'POST',
    path: '/api/v1/evidence',
    access: { permission: 'conversations.read' },
    summary: 'The rows that make a number',
    body: evidenceRequest,
    response: z.object({
      subject: z.enum(evidenceSubjects),
      total: z.number(),
      numeratorTotal: z.number().nullable(),
      items: z.array(evidenceItem),
    }),
  }),
  metrics: defineRoute({
    id: 'insight.metrics',
    method: 'GET',
    path: '/api/v1/metrics',
    access,
    summary: 'The catalogue of metrics and dimensions',
    response: z.object({ metrics: z.array(metricInfo), dimensions: z.array(dimensionInfo) }),
  }),
  dimensionValues: defineRoute({
    id: 'insight.dimensionValues',
    method: 'GET',
    path: '/api/v1/dimensions/:id/values',
    access,
    summary: 'Values of a dimension with their labels, most frequent first, in the reader’s scope',
    params: z.object({ id: z.string() }),
    query: z.object({
      search: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
    }),
  }),
}
