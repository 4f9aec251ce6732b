import type { RefundRow } from '@kesheng/contracts/facts/order'
import type { RefundRecord } from '@kesheng/contracts/intake/records'
import { rowBuyerKey } from '../../identity/buyer-key.ts'
import { contentId } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime } from '../row-time.ts'
import { amount, lineageOf, placeOf } from './common.ts'

/** Reasons that blame the goods, not taste, price or delivery (品质退款率). */
const qualityReason =
  /质量|品质|破损|损坏|瑕疵|缺陷|坏了|故障|假货|正品|过期|变质|异味|过敏|漏液|漏发|少件|缺件|发错|与描述不符|描述不符|做工|掉色|褪色|起球|开胶|断裂|无法使用|不能使用/u

export function isQualityReason(reason: string): boolean {
  return qualityReason.test(reason) && !/(?:没有|无|非)质量/u.test(reason)
}

export function refundRow(
  record: RefundRecord,
  line: number,
  context: RowContext,
  memory: RowMemory,
): RowResult<RefundRow> {
  if (!record.refundId && !record.orderId) return { reject: reject(line, 'refundId', '', 'missing_value') }
  const time = rowTime(record.appliedAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'appliedAt', record.appliedAt, time.problem) }
  const refunded = amount(record.amount)
  if (refunded === null) return { reject: reject(line, 'amount', record.amount, 'bad_number') }

  const { platform, shopId } = placeOf(record, context)
  const { tenantId } = context
  const product = record.productId ?? record.productName ?? ''
  const refundId = record.refundId
    ? contentId('refund', tenantId, shopId, 'id', record.refundId, product)
    : contentId(
        'refund',
        tenantId,
        shopId,
        'order',
        record.orderId ?? '',
        product,
        time.assumed ? line : time.at,
      )
  const buyerKey = rowBuyerKey({ buyer: record.buyer, orderId: record.orderId }, shopId, refundId)
  const { buyerId, bucket } = memory.identities.identity(platform, shopId, buyerKey)
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket,
      appliedAt: time.at,
      refundId,
      timeAssumed: time.assumed,
      platformRefundId: record.refundId ?? '',
      orderId: record.orderId ?? '',
      buyerId,
      buyerName: memory.identities.displayName(record.buyer),
      platform,
      shopId,
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      amount: refunded,
      status: record.status ?? '',
      reason: record.reason ?? '',
      qualityReason: isQualityReason(record.reason ?? ''),
      platformAssist: record.platformAssist ?? false,
      phase: record.phase ?? '',
      province: record.province ?? '',
      ...lineageOf(context, line),
    },
  }
}
