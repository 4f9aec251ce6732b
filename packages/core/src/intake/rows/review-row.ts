import type { ReviewRow } from '@kesheng/contracts/facts/review'
import type { ReviewRecord } from '@kesheng/contracts/intake/records'
import { isMaskedName, rowBuyerKey } from '../../identity/buyer-key.ts'
import { contentId } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { isUnreadable } from '../damaged-text.ts'
import { maskedText } from '../masked-text.ts'
import { isCoarse } from '../occurrences.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime, sideTime } from '../row-time.ts'
import { lineageOf, notAnalysed, placeOf } from './common.ts'

/** What platforms print when the buyer wrote nothing. */
const defaultText =
  /^[【[]?(?:此用户(?:没有|未)(?:填写|及时填写|及时)评[价论]|该用户(?:没有|未)(?:填写|及时填写|及时)评[价论]|用户(?:没有|未)(?:填写|及时填写|及时)?评[价论]|系统默认(?:好评|评价)|默认好评|评价方未及时做出评价|暂无评[价论])/u

export function isBlankReview(text: string): boolean {
  return text === '' || defaultText.test(text)
}

/** Stars in words: 4–5 good, 3 neutral, 1–2 bad. */
export function ratingOf(record: Pick<ReviewRecord, 'rating' | 'score'>): string {
  if (record.rating !== undefined) return record.rating
  if (record.score === undefined) return ''
  if (record.score >= 3.5) return 'good'
  return record.score >= 2.5 ? 'neutral' : 'bad'
}

function reviewId(
  record: ReviewRecord,
  place: { tenantId: string; shopId: string; fileIdentity: string; line: number },
  time: { at: number; assumed: boolean },
  memory: RowMemory,
): string {
  const { tenantId, shopId } = place
  if (record.reviewId) return contentId('review', tenantId, shopId, 'id', record.reviewId)
  const product = record.productId ?? record.productName ?? ''
  const who = record.orderId ?? record.buyer ?? ''
  const content = `${who}\u001f${record.skuName ?? ''}\u001f${record.score ?? ''}\u001f${record.text}`
  if (time.assumed)
    return contentId('review', tenantId, shopId, 'file', place.fileIdentity, place.line, content)
  const anonymous = record.orderId === undefined && (!record.buyer || isMaskedName(record.buyer))
  const occurrence =
    anonymous && isCoarse(time.at) ? memory.occurrences.next(`${shopId}/${product}`, time.at, content) : 0
  return contentId('review', tenantId, shopId, 'at', time.at, product, occurrence, content)
}

/** 追评 and reply are masked too; their originals are sealed behind the first text. */
function texts(record: ReviewRecord, context: RowContext) {
  const first = maskedText(record.text, context)
  const append = maskedText(record.appendText ?? '', context)
  const reply = maskedText(record.reply ?? '', context)
  const sealedBehind = append.columns.sealedText !== '' || reply.columns.sealedText !== ''
  const original = [record.text, `追评：${record.appendText ?? ''}`, `回复：${record.reply ?? ''}`].join('\n')
  return {
    ...first.columns,
    ...(sealedBehind ? { sealedText: context.sealer.seal(original) } : {}),
    appendText: append.columns.text,
    reply: reply.columns.text,
  }
}

export function reviewRow(
  record: ReviewRecord,
  line: number,
  context: RowContext,
  memory: RowMemory,
): RowResult<ReviewRow> {
  const rating = ratingOf(record)
  if (record.text === '' && rating === '') return { reject: reject(line, 'text', record.text, 'empty_text') }
  if (isUnreadable(record.text)) return { reject: reject(line, 'text', record.text, 'mojibake') }
  const time = rowTime(record.reviewedAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'reviewedAt', record.reviewedAt, time.problem) }
  if (record.score !== undefined && !(record.score >= 0 && record.score <= 5))
    return { reject: reject(line, 'score', record.score, 'bad_number') }

  const { platform, shopId } = placeOf(record, context)
  const { tenantId, fileIdentity } = context
  const id = reviewId(record, { tenantId, shopId, fileIdentity, line }, time, memory)
  const buyerKey = rowBuyerKey({ buyer: record.buyer, orderId: record.orderId }, shopId, id)
  const { buyerId, bucket } = memory.identities.identity(platform, shopId, buyerKey)
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket,
      reviewedAt: time.at,
      reviewId: id,
      timeAssumed: time.assumed,
      platform,
      shopId,
      buyerId,
      buyerName: memory.identities.displayName(record.buyer),
      orderId: record.orderId ?? '',
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      skuName: record.skuName ?? '',
      score: record.score ?? null,
      rating,
      ...texts(record, context),
      appendedAt: sideTime(record.appendedAt),
      repliedAt: sideTime(record.repliedAt),
      tags: record.tags ?? [],
      imageCount: Math.min(65_535, Math.max(0, Math.trunc(record.imageCount ?? 0))),
      blank: isBlankReview(record.text.trim()),
      ...notAnalysed,
      negativeOpinionCount: 0,
      ...lineageOf(context, line),
    },
  }
}
