import { conversationFact } from '@kesheng/contracts/facts/conversation'
import type { ConversationSummary } from '@kesheng/contracts/http/views'
import { isoTime } from '../../metrics/time-range.ts'
import { fields, pick, type Picked } from './selection.ts'

const summaryNames = [
  'conversationId',
  'startedAt',
  'endedAt',
  'timeAssumed',
  'platform',
  'shopId',
  'agentId',
  'buyerName',
  'productName',
  'messageCount',
  'firstResponseSeconds',
  'sentiment',
  'sentimentScore',
  'scene',
  'stage',
  'intents',
  'opinionCount',
  'negativeOpinionCount',
  'converted',
  'presaleInquiry',
  'rating',
  'preview',
] as const

const names = [...summaryNames, 'threadId'] as const

export const conversationColumns = fields(conversationFact, names)
export type ConversationFields = Picked<typeof conversationFact.columns, (typeof names)[number]>

const detailNames = ['sourceId', 'importId', 'analyzer', 'buyerId', 'orderIds', 'attributedAmount'] as const

/** What one conversation's page shows beside the summary. */
export const conversationDetailColumns = [...conversationColumns, ...fields(conversationFact, detailNames)]
export type ConversationDetail = ConversationFields &
  Picked<typeof conversationFact.columns, (typeof detailNames)[number]>

export function toConversationSummary(
  row: ConversationFields,
  timezone: string,
  snippet: string | null = null,
): ConversationSummary {
  return {
    ...pick(row, summaryNames),
    startedAt: isoTime(row.startedAt, timezone),
    endedAt: isoTime(row.endedAt, timezone),
    snippet,
  }
}
