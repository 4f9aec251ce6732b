import type { OrderLineRow } from '@kesheng/contracts/facts/order'
import type { OrderRecord } from '@kesheng/contracts/intake/records'
import { rowBuyerKey } from '../../identity/buyer-key.ts'
import { contentId } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime, sideTime } from '../row-time.ts'
import { amount, lineageOf, placeOf } from './common.ts'

type Status = NonNullable<OrderRecord['status']>
const paidStatuses: ReadonlySet<Status> = new Set(['paid', 'shipped', 'completed', 'refunding'])

/** The source's status; without one, a payment time or amount says that it was paid. */
export function orderStatus(record: Pick<OrderRecord, 'status' | 'paidAt' | 'paidAmount'>): Status {
  if (record.status !== undefined) return record.status
  return record.paidAt !== undefined || (record.paidAmount ?? 0) > 0 ? 'paid' : 'created'
}

/** What the buyer paid; an export without that column means the listed amount once the order is paid. */
export function paidAmountOf(
  record: Pick<OrderRecord, 'status' | 'paidAt' | 'paidAmount' | 'listAmount'>,
): number {
  if (record.paidAmount !== undefined) return record.paidAmount
  const paid = record.paidAt !== undefined || paidStatuses.has(orderStatus(record))
  return paid ? (record.listAmount ?? 0) : 0
}

const amounts = ['listAmount', 'paidAmount', 'refundedAmount', 'quantity'] as const

export function orderRow(
  record: OrderRecord,
  line: number,
  context: RowContext,
  memory: RowMemory,
): RowResult<OrderLineRow> {
  if (!record.orderId) return { reject: reject(line, 'orderId', record.orderId, 'missing_value') }
  const time = rowTime(record.orderedAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'orderedAt', record.orderedAt, time.problem) }
  const wrong = amounts.find((field) => amount(record[field]) === null)
  if (wrong !== undefined) return { reject: reject(line, wrong, record[wrong], 'bad_number') }

  const { platform, shopId } = placeOf(record, context)
  const { tenantId } = context
  const part = record.lineId ?? `${record.productId ?? record.productName ?? ''}\u001f${record.skuName ?? ''}`
  const orderLineId = contentId('order-line', tenantId, shopId, record.orderId, part)
  const buyerKey = rowBuyerKey({ buyer: record.buyer, orderId: record.orderId }, shopId, orderLineId)
  const { buyerId, bucket } = memory.identities.identity(platform, shopId, buyerKey)
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket,
      buyerId,
      orderedAt: time.at,
      orderLineId,
      timeAssumed: time.assumed,
      orderId: record.orderId,
      buyerName: memory.identities.displayName(record.buyer),
      platform,
      shopId,
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      skuName: record.skuName ?? '',
      quantity: Math.trunc(record.quantity ?? 1),
      listAmount: record.listAmount ?? record.paidAmount ?? 0,
      paidAmount: paidAmountOf(record),
      paidAt: sideTime(record.paidAt),
      status: orderStatus(record),
      province: record.province ?? '',
      refundedAmount: record.refundedAmount ?? 0,
      ...lineageOf(context, line),
    },
  }
}
