import { defineFact, type Row } from './columns.ts'
import { lineage, masking, versioning } from './common.ts'

/** A product review with its 追评 and reply. */
export const reviewFact = defineFact(
  'review',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    reviewedAt: 'time',
    reviewId: 'id',
    timeAssumed: 'flag',
    platform: 'key',
    shopId: 'key',
    buyerId: 'id',
    buyerName: 'text',
    orderId: 'text',
    productId: 'text',
    productName: 'text',
    skuName: 'text',
    /** Stars 1–5, null when the platform gives none. */
    score: 'float64?',
    /** good | neutral | bad | '' (from result or score) */
    rating: 'key',
    text: 'text',
    ...masking,
    appendText: 'text',
    appendedAt: 'time?',
    reply: 'text',
    repliedAt: 'time?',
    tags: 'keys',
    imageCount: 'uint16',
    /** Platform default text or nothing written: kept, but out of opinion shares. */
    blank: 'flag',
    sentiment: 'key',
    sentimentScore: 'float32',
    sentimentConfidence: 'float32',
    opinionCount: 'uint16',
    negativeOpinionCount: 'uint16',
    analyzer: 'key',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'reviewId'], partitionBy: 'day', fullText: ['text'] },
)

export type ReviewRow = Row<typeof reviewFact.columns>
