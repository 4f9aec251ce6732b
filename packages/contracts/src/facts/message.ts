import { defineFact, defineLog, type Row } from './columns.ts'
import { lineage, masking, versioning } from './common.ts'

const base = {
  tenantId: 'key',
  /** UTC day of `sentAt`; storage order only, group-by uses the workspace's timezone. */
  day: 'day',
  /** First byte of `buyerId`: splits a day into 256 ranges that never cut a thread. */
  bucket: 'uint8',
  /** One buyer with one shop on one platform. */
  threadId: 'id',
  sentAt: 'time',
  messageId: 'id',
  /** True when the file had no time and `--default-time` was applied. */
  timeAssumed: 'flag',
  platform: 'key',
  shopId: 'key',
  channel: 'key',
  agentId: 'key',
  buyerId: 'id',
  buyerName: 'text',
  role: 'key',
  kind: 'key',
  /** Auto reply, welcome text or bot: out of every response figure. */
  automatic: 'flag',
  text: 'text',
  ...masking,
  /** Platform session id, empty when the platform gives none (then sessions are cut by gap). */
  sessionKey: 'text',
  /** Order within the source when times are equal or assumed. */
  ordinal: 'uint32',
  productId: 'text',
  productName: 'text',
  /** Order ids that stood in the text before masking. */
  orderIds: 'texts',
  ...lineage,
} as const

/** What intake accepted, before analysis. Append only; the source of every re-analysis. */
export const messageLog = defineLog(
  'message',
  { ...base, ...versioning },
  { orderBy: ['tenantId', 'day', 'bucket', 'threadId', 'sentAt', 'messageId'], partitionBy: 'day' },
)

/** An analysed message. */
export const messageFact = defineFact(
  'message',
  {
    ...base,
    conversationId: 'id',
    /** 0-based position in the conversation. */
    position: 'uint32',
    sentiment: 'key',
    /** −1 … 1. */
    sentimentScore: 'float32',
    sentimentConfidence: 'float32',
    intents: 'keys',
    /** Seconds this (human agent) message made the buyer wait; null when it answered nothing. */
    responseSeconds: 'float64?',
    stage: 'key',
    analyzer: 'key',
    ...versioning,
  },
  {
    orderBy: ['tenantId', 'day', 'bucket', 'threadId', 'sentAt', 'messageId'],
    partitionBy: 'day',
    fullText: ['text'],
  },
)

export type MessageLogRow = Row<typeof messageLog.columns>
export type MessageRow = Row<typeof messageFact.columns>
