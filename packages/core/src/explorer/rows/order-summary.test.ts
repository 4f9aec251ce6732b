import { describe, expect, it } from 'vitest'
import { toOrderSummary, toRefundSummary, type OrderLineFields, type RefundFields } from './order-summary.ts'

const line = (change: Partial<OrderLineFields>): OrderLineFields => ({
  orderId: '1',
  orderedAt: 1_000,
  paidAt: null,
  platform: 'jd',
  shopId: 'jd/a',
  productName: '杯子',
  quantity: 1,
  paidAmount: 0.1,
  status: 'paid',
  ...change,
})
const refund = (change: Partial<RefundFields>): RefundFields => ({
  refundId: 'r',
  orderId: '1',
  appliedAt: 5_000,
  platform: 'jd',
  shopId: 'jd/a',
  productName: '杯子',
  amount: 1,
  reason: '漏水',
  status: '完成',
  ...change,
})

describe('toOrderSummary', () => {
  it('makes lines one order', () => {
    const lines = [
      line({ paidAmount: 0.1 }),
      line({ paidAmount: 0.2, quantity: 3, productName: '刷子', paidAt: 2_000 }),
    ]
    expect(toOrderSummary(lines, [], true, 'UTC')).toMatchObject({
      quantity: 4,
      paidAmount: 0.3,
      productName: '杯子、刷子',
      paidAt: '1970-01-01T00:00:02Z',
      attributed: true,
      refund: null,
    })
  })

  it('sums refunds and lets the last one speak', () => {
    const refunds = [refund({ reason: '少件' }), refund({ appliedAt: 9_000, amount: 2.5 })]
    expect(toOrderSummary([line({})], refunds, false, 'UTC')?.refund).toEqual({
      amount: 3.5,
      reason: '漏水',
      status: '完成',
      appliedAt: '1970-01-01T00:00:09Z',
    })
  })

  it('is nothing without lines', () => {
    expect(toOrderSummary([], [], false, 'UTC')).toBeNull()
  })
})

it('shows a refund whose order is unknown', () => {
  expect(toRefundSummary(refund({}), [], 'UTC')).toMatchObject({
    orderId: '1',
    paidAmount: 0,
    quantity: 0,
    refund: { amount: 1 },
  })
})
