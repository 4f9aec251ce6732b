import { defineFact, type Row } from './columns.ts'
import { lineage, versioning } from './common.ts'

/** One line of an order. A source without lines gives one line per order. Amounts in yuan. */
export const orderLineFact = defineFact(
  'order_line',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    buyerId: 'id',
    orderedAt: 'time',
    orderLineId: 'id',
    timeAssumed: 'flag',
    orderId: 'text',
    buyerName: 'text',
    platform: 'key',
    shopId: 'key',
    productId: 'text',
    productName: 'text',
    skuName: 'text',
    quantity: 'uint32',
    /** Listed total of the line before discounts. */
    listAmount: 'float64',
    /** What the buyer really paid for the line. */
    paidAmount: 'float64',
    paidAt: 'time?',
    /** created | paid | shipped | completed | closed | refunding */
    status: 'key',
    province: 'key',
    /** Refunded amount when the order file carries it. */
    refundedAmount: 'float64',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'buyerId', 'orderLineId'], partitionBy: 'day' },
)

export const refundFact = defineFact(
  'refund',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    appliedAt: 'time',
    refundId: 'id',
    timeAssumed: 'flag',
    platformRefundId: 'text',
    orderId: 'text',
    buyerId: 'id',
    buyerName: 'text',
    platform: 'key',
    shopId: 'key',
    productId: 'text',
    productName: 'text',
    amount: 'float64',
    status: 'key',
    reason: 'key',
    /** The reason names a quality fault. */
    qualityReason: 'flag',
    /** Asked the platform to step in. */
    platformAssist: 'flag',
    /** onsale | aftersale | '' */
    phase: 'key',
    province: 'key',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'refundId'], partitionBy: 'day' },
)

export type OrderLineRow = Row<typeof orderLineFact.columns>
export type RefundRow = Row<typeof refundFact.columns>
