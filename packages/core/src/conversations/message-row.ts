import type { MessageAnalysis } from '@kesheng/analysis/engine/types'
import type { MessageLogRow, MessageRow } from '@kesheng/contracts/facts/message'

/** Where a message stands and who analysed it. */
export interface MessagePlace {
  conversationId: string
  position: number
  /** Seconds of waiting it ended, null when none. */
  wait: number | null
  analyzer: string
  version: number
}

const distinctTags = (analysis: MessageAnalysis): string[] =>
  analysis.intents.length === 0 ? [] : [...new Set(analysis.intents.map((hit) => hit.tagId))]

/**
 * An analysed message. Written out column by column: spreading the log row costs 8 × as much, because an object
 * grown beyond its literal falls back to a hash table (28k against > 200k rows/s).
 */
export function messageRow(log: MessageLogRow, place: MessagePlace, analysis: MessageAnalysis): MessageRow {
  return {
    tenantId: log.tenantId,
    day: log.day,
    bucket: log.bucket,
    threadId: log.threadId,
    sentAt: log.sentAt,
    messageId: log.messageId,
    timeAssumed: log.timeAssumed,
    platform: log.platform,
    shopId: log.shopId,
    channel: log.channel,
    agentId: log.agentId,
    buyerId: log.buyerId,
    buyerName: log.buyerName,
    role: log.role,
    kind: log.kind,
    automatic: log.automatic,
    text: log.text,
    sealedText: log.sealedText,
    maskStarts: log.maskStarts,
    maskEnds: log.maskEnds,
    maskKinds: log.maskKinds,
    sessionKey: log.sessionKey,
    ordinal: log.ordinal,
    productId: log.productId,
    productName: log.productName,
    orderIds: log.orderIds,
    ownership: log.ownership,
    sourceId: log.sourceId,
    importId: log.importId,
    line: log.line,
    conversationId: place.conversationId,
    position: place.position,
    sentiment: analysis.sentiment,
    sentimentScore: analysis.sentimentScore,
    sentimentConfidence: analysis.sentimentConfidence,
    intents: distinctTags(analysis),
    responseSeconds: place.wait,
    stage: analysis.stage,
    analyzer: place.analyzer,
    version: place.version,
    deleted: false,
  }
}
