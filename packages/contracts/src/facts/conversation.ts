import { defineFact, type Row } from './columns.ts'
import { lineage, versioning } from './common.ts'

/** One session of a buyer with a shop. */
export const conversationFact = defineFact(
  'conversation',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    threadId: 'id',
    startedAt: 'time',
    conversationId: 'id',
    /** Platform session id; empty when the session was cut by a silence. */
    sessionKey: 'text',
    endedAt: 'time',
    timeAssumed: 'flag',
    platform: 'key',
    shopId: 'key',
    channel: 'key',
    /** The agent with most human replies; empty when no human replied. */
    agentId: 'key',
    agentIds: 'keys',
    buyerId: 'id',
    buyerName: 'text',
    productId: 'text',
    productName: 'text',
    messageCount: 'uint32',
    buyerMessageCount: 'uint32',
    /** Human agent messages; automatic ones are apart. */
    agentMessageCount: 'uint32',
    automaticMessageCount: 'uint32',
    /** The buyer wrote at least once. */
    inquired: 'flag',
    /** At least one human reply. */
    served: 'flag',
    /** Served after advertising and other noise are taken out. */
    effective: 'flag',
    /** Times can be trusted for response figures (not assumed). */
    timed: 'flag',
    /** Seconds from the first buyer message to the first human reply; null when unanswered or untimed. */
    firstResponseSeconds: 'float64?',
    /** Runs of buyer messages waiting for a human. */
    rounds: 'uint16',
    answeredRounds: 'uint16',
    /** Sum of waits over answered rounds. */
    responseSecondsSum: 'float64',
    longestWaitSeconds: 'float64?',
    /** Rounds answered within 30 s / 180 s. */
    roundsWithin30: 'uint16',
    roundsWithin180: 'uint16',
    /** Answered rounds that waited > 120 s. */
    slowRounds: 'uint16',
    durationSeconds: 'float64',
    sentiment: 'key',
    sentimentScore: 'float32',
    /** Mean buyer sentiment of the first and last third; their difference is the change. */
    sentimentOpening: 'float32',
    sentimentClosing: 'float32',
    /** Main consultation scene, `L1/L2` tag id; empty = none recognised. */
    scene: 'key',
    scenes: 'keys',
    stage: 'key',
    intents: 'keys',
    /** high | hesitating | lost | '' */
    purchaseIntent: 'key',
    opinionCount: 'uint16',
    negativeOpinionCount: 'uint16',
    /** First words of the buyer, for lists. */
    preview: 'text',
    /** Linked orders of the attribution window. */
    orderIds: 'texts',
    /** Buyer had no paid order in the look-back window before, or ordered again after (metrics.md 询单人数). */
    presaleInquiry: 'flag',
    ordered: 'flag',
    converted: 'flag',
    /** Attributed paid amount, yuan. */
    attributedAmount: 'float64',
    /** Agent rating tied to the conversation, 1–5. */
    rating: 'float64?',
    analyzer: 'key',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'threadId', 'conversationId'], partitionBy: 'day' },
)

export type ConversationRow = Row<typeof conversationFact.columns>
