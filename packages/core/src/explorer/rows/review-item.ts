import { reviewFact } from '@kesheng/contracts/facts/review'
import type { ReviewItem } from '@kesheng/contracts/http/views'
import { isoTime } from '../../metrics/time-range.ts'
import { masksOf } from './masks.ts'
import type { OpinionMark } from './opinion-quote.ts'
import { fields, type Picked } from './selection.ts'

const names = [
  'reviewId',
  'reviewedAt',
  'timeAssumed',
  'platform',
  'shopId',
  'buyerName',
  'orderId',
  'productName',
  'skuName',
  'score',
  'rating',
  'text',
  'maskStarts',
  'maskEnds',
  'maskKinds',
  'appendText',
  'appendedAt',
  'reply',
  'blank',
  'ownership',
  'sentiment',
  'sentimentScore',
] as const

export const reviewColumns = fields(reviewFact, names)
export type ReviewFields = Picked<typeof reviewFact.columns, (typeof names)[number]>

export function toReviewItem(row: ReviewFields, opinions: OpinionMark[], timezone: string): ReviewItem {
  const { maskStarts, maskEnds, maskKinds, ...rest } = row
  return {
    ...rest,
    reviewedAt: isoTime(row.reviewedAt, timezone),
    appendedAt: row.appendedAt === null ? null : isoTime(row.appendedAt, timezone),
    masks: masksOf({ maskStarts, maskEnds, maskKinds }),
    opinions,
  }
}
