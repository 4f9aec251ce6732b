import { z } from 'zod'
import { ownerships } from '../facts/common.ts'
import { filter, timeRange } from '../metrics/query.ts'
import { defineRoute } from './route.ts'
import {
  conversationSummary,
  opinionMark,
  opinionQuote,
  orderSummary,
  reviewItem,
  tagMark,
  threadMessage,
} from './views.ts'

const access = { permission: 'conversations.read' } as const
const paging = {
  limit: z.number().int().min(1).max(200).default(50),
  offset: z.number().int().min(0).max(10_000_000).default(0),
}
const search = z.object({
  /** Full text; every term must appear. One-character terms work. */
  text: z.string().max(200).default(''),
  filters: z.array(filter).max(50).default([]),
  timeRange: timeRange.default({}),
  ownership: z.array(z.enum(ownerships)).min(1).default(['own']),
  ...paging,
})

export const explorerRoutes = {
  searchConversations: defineRoute({
    id: 'explorer.searchConversations',
    method: 'POST',
    path: '/api/v1/conversations/search',
    access,
    summary: 'Conversations by filters and full text, newest first',
    body: search.extend({
      sort: z.enum(['newest', 'oldest', 'mostNegative', 'slowest', 'longest']).default('newest'),
    }),
    response: z.object({ total: z.number(), items: z.array(conversationSummary) }),
  }),
  conversation: defineRoute({
    id: 'explorer.conversation',
    method: 'GET',
    path: '/api/v1/conversations/:id',
    access,
    summary: 'One conversation: messages, opinions, intents, masks, orders',
    params: z.object({ id: z.uuid() }),
    response: z.object({
      conversation: conversationSummary.extend({
        sourceId: z.string(),
        importId: z.string(),
        analyzer: z.string(),
        /** Why it was (not) counted as converted, with the window that was applied. */
        attribution: z.object({ windowHours: z.number(), rule: z.string(), attributedAmount: z.number() }),
      }),
      messages: z.array(threadMessage),
      opinions: z.array(opinionMark),
      tags: z.array(tagMark),
      orders: z.array(orderSummary),
    }),
  }),
  revealMessage: defineRoute({
    id: 'explorer.revealMessage',
    method: 'POST',
    path: '/api/v1/originals/:kind/:id',
    access: { permission: 'pii.reveal' },
    summary: 'The unmasked original of a message, review or survey answer; writes an audit entry',
    params: z.object({ kind: z.enum(['message', 'review', 'survey-answer']), id: z.uuid() }),
    body: z.object({ reason: z.string().min(2).max(200) }),
    response: z.object({ text: z.string() }),
  }),
  searchReviews: defineRoute({
    id: 'explorer.searchReviews',
    method: 'POST',
    path: '/api/v1/reviews/search',
    access,
    summary: 'Reviews by filters and full text',
    body: search.extend({
      sort: z.enum(['newest', 'oldest', 'mostNegative', 'lowestScore']).default('newest'),
    }),
    response: z.object({ total: z.number(), items: z.array(reviewItem) }),
  }),
  searchOpinions: defineRoute({
    id: 'explorer.searchOpinions',
    method: 'POST',
    path: '/api/v1/opinions/search',
    access,
    summary: 'Verbatims of opinions (原话), newest first',
    body: search,
    response: z.object({ total: z.number(), items: z.array(opinionQuote) }),
  }),
}
