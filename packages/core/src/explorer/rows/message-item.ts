import { messageFact } from '@kesheng/contracts/facts/message'
import type { EvidenceItem } from '@kesheng/contracts/http/insight.routes'
import type { ThreadMessage } from '@kesheng/contracts/http/views'
import { isoTime } from '../../metrics/time-range.ts'
import { masksOf } from './masks.ts'
import { fields, type Picked } from './selection.ts'

const itemNames = ['messageId', 'conversationId', 'sentAt', 'role', 'agentId', 'text', 'sentiment'] as const
const threadNames = [
  'messageId',
  'sentAt',
  'role',
  'agentId',
  'kind',
  'automatic',
  'text',
  'maskStarts',
  'maskEnds',
  'maskKinds',
  'sentiment',
  'sentimentScore',
  'sentimentConfidence',
  'responseSeconds',
  'line',
] as const

export const messageColumns = fields(messageFact, itemNames)
export type MessageFields = Picked<typeof messageFact.columns, (typeof itemNames)[number]>
export type MessageItem = Extract<EvidenceItem, { subject: 'message' }>['message']

export const threadColumns = fields(messageFact, threadNames)
export type ThreadFields = Picked<typeof messageFact.columns, (typeof threadNames)[number]>

export function toMessageItem(row: MessageFields, timezone: string): MessageItem {
  return { ...row, sentAt: isoTime(row.sentAt, timezone) }
}

export function toThreadMessage(row: ThreadFields, timezone: string): ThreadMessage {
  const { maskStarts, maskEnds, maskKinds, ...rest } = row
  return {
    ...rest,
    sentAt: isoTime(row.sentAt, timezone),
    masks: masksOf({ maskStarts, maskEnds, maskKinds }),
  }
}
