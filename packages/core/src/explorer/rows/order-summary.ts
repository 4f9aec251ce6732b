import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import type { OrderSummary } from '@kesheng/contracts/http/views'
import { isoTime } from '../../metrics/time-range.ts'
import { fields, type Picked } from './selection.ts'

const lineNames = [
  'orderId',
  'orderedAt',
  'paidAt',
  'platform',
  'shopId',
  'productName',
  'quantity',
  'paidAmount',
  'status',
] as const
const refundNames = [
  'refundId',
  'orderId',
  'appliedAt',
  'platform',
  'shopId',
  'productName',
  'amount',
  'reason',
  'status',
] as const

export const orderLineColumns = fields(orderLineFact, lineNames)
export type OrderLineFields = Picked<typeof orderLineFact.columns, (typeof lineNames)[number]>

export const refundColumns = fields(refundFact, refundNames)
export type RefundFields = Picked<typeof refundFact.columns, (typeof refundNames)[number]>

/** An order number is unique within a platform only. */
export const orderKeyOf = (order: { platform: string; orderId: string }): string =>
  JSON.stringify([order.platform, order.orderId])

/** Lines of one order as one order; several refunds of it are summed, the last one tells reason and state. */
export function toOrderSummary(
  lines: readonly OrderLineFields[],
  refunds: readonly RefundFields[],
  attributed: boolean,
  timezone: string,
): OrderSummary | null {
  const [first] = lines
  if (!first) return null
  const paidAt = lines.find((line) => line.paidAt !== null)?.paidAt ?? null
  return {
    orderId: first.orderId,
    orderedAt: isoTime(Math.min(...lines.map((line) => line.orderedAt)), timezone),
    paidAt: paidAt === null ? null : isoTime(paidAt, timezone),
    platform: first.platform,
    shopId: first.shopId,
    productName: [...new Set(lines.map((line) => line.productName).filter(Boolean))].join('、'),
    quantity: sumOf(lines.map((line) => line.quantity)),
    paidAmount: sumOf(lines.map((line) => line.paidAmount)),
    status: first.status,
    attributed,
    refund: refundOf(refunds, timezone),
  }
}

function refundOf(refunds: readonly RefundFields[], timezone: string): OrderSummary['refund'] {
  const last = refunds.toSorted((one, other) => other.appliedAt - one.appliedAt)[0]
  if (!last) return null
  const { reason, status, appliedAt } = last
  const amount = sumOf(refunds.map((refund) => refund.amount))
  return { amount, reason, status, appliedAt: isoTime(appliedAt, timezone) }
}

/** A refund whose order is not known still shows as one: its own time and amounts, nothing paid. */
export function toRefundSummary(
  refund: RefundFields,
  lines: readonly OrderLineFields[],
  timezone: string,
): OrderSummary {
  const order = toOrderSummary(lines, [refund], false, timezone)
  if (order) return order
  const { orderId, platform, shopId, productName, appliedAt, status } = refund
  return {
    orderId,
    orderedAt: isoTime(appliedAt, timezone),
    paidAt: null,
    platform,
    shopId,
    productName,
    quantity: 0,
    paidAmount: 0,
    status,
    attributed: false,
    refund: refundOf([refund], timezone),
  }
}

/** Yuan with two decimals survive being summed. */
function sumOf(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 10_000) / 10_000
}
