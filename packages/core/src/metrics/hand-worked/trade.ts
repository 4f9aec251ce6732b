import type { OrderLineRow, RefundRow } from '@kesheng/contracts/facts/order'
import { at, buyerId, orderLine, orderLineId, refund, refundId } from './rows.ts'

/** Seven orders in eight lines; 1001 exists on two platforms and is two orders. One order was never paid. */
export const handWorkedOrderLines: OrderLineRow[] = [
  orderLine({
    orderLineId: orderLineId(1),
    orderId: '1001',
    buyerId: buyerId(1),
    orderedAt: at('02 10:30'),
    quantity: 1,
    paidAmount: 200,
    productName: '保温杯500',
  }),
  orderLine({
    orderLineId: orderLineId(2),
    orderId: '1001',
    buyerId: buyerId(1),
    orderedAt: at('02 10:30'),
    quantity: 2,
    paidAmount: 100,
    productName: '杯刷',
  }),
  orderLine({
    orderLineId: orderLineId(3),
    orderId: '1002',
    buyerId: buyerId(2),
    orderedAt: at('02 11:00'),
    quantity: 1,
    paidAmount: 0,
    paidAt: null,
    status: 'closed',
  }),
  orderLine({
    shop: 'jd',
    orderLineId: orderLineId(4),
    orderId: '1001',
    buyerId: buyerId(5),
    orderedAt: at('04 15:00'),
    quantity: 2,
    paidAmount: 200,
  }),
  orderLine({
    shop: 'douyin',
    orderLineId: orderLineId(5),
    orderId: 'D1',
    buyerId: buyerId(9),
    orderedAt: at('06 21:30'),
    quantity: 1,
    paidAmount: 150,
  }),
  orderLine({
    orderLineId: orderLineId(6),
    orderId: '1003',
    buyerId: buyerId(10),
    orderedAt: at('08 12:00'),
    quantity: 1,
    paidAmount: 50,
  }),
  orderLine({
    orderLineId: orderLineId(7),
    orderId: '1004',
    buyerId: buyerId(1),
    orderedAt: at('05 12:00'),
    quantity: 1,
    paidAmount: 90,
  }),
  orderLine({
    orderLineId: orderLineId(8),
    orderId: '1005',
    buyerId: buyerId(12),
    orderedAt: at('05 13:00'),
    quantity: 2,
    paidAmount: 210,
  }),
]

/** Two refunds of one order, one of another. */
export const handWorkedRefunds: RefundRow[] = [
  refund({
    refundId: refundId(1),
    orderId: '1001',
    buyerId: buyerId(1),
    appliedAt: at('06 09:00'),
    amount: 100,
    reason: '质量问题',
    qualityReason: true,
  }),
  refund({
    refundId: refundId(2),
    orderId: '1001',
    buyerId: buyerId(1),
    appliedAt: at('07 09:00'),
    amount: 50,
    reason: '不想要了',
  }),
  refund({
    shop: 'jd',
    refundId: refundId(3),
    orderId: '1001',
    buyerId: buyerId(5),
    appliedAt: at('07 10:00'),
    amount: 50,
    reason: '少件漏发',
    platformAssist: true,
  }),
]
