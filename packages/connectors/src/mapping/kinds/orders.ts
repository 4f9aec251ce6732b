import type { OrderRecord, RefundRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { parseBoolean } from '../../parse/boolean.ts'
import { orderStatusOf, phaseOf, provinceOf } from '../choices.ts'
import { compact, type Fields, textReaders } from '../compile.ts'
import { fail, type RowContext } from '../row-context.ts'

const orderTexts = ['lineId', 'platform', 'shop', 'buyer', 'productId', 'productName', 'skuName'] as const
const refundTexts = [
  'platform',
  'shop',
  'buyer',
  'productId',
  'productName',
  'orderId',
  'refundId',
  'status',
  'reason',
] as const

/** Excel shows long numbers as 2.19E+18 and saves them so: what tells orders apart is gone. */
function checkId(field: string, id: string, context: RowContext): void {
  if (/^\d(?:\.\d+)?E\+\d{2}$/i.test(id)) fail(context, field, id, 'rounded_id')
}

/** An order line. A status nobody knows is left out: it must not cost the amounts. */
export function orderBuilder(fields: Fields): (row: Values, context: RowContext) => OrderRecord[] {
  const texts = textReaders(fields, orderTexts)
  const orderId = fields.text('orderId')
  const status = fields.text('status')
  const province = fields.text('province')
  const orderedAt = fields.time('orderedAt')
  const paidAt = fields.time('paidAt')
  const amounts = {
    list: fields.money('listAmount'),
    paid: fields.money('paidAmount'),
    refunded: fields.money('refundedAmount'),
  }
  const quantity = fields.number('quantity')
  /** Many exports name what is to be paid as paid; an order that was closed or waits without a payment time paid nothing. */
  const knowsPayment = fields.has('paidAt')

  return (row, context) => {
    const id = orderId(row)
    if (id === '') fail(context, 'orderId', '', 'missing_value')
    checkId('orderId', id, context)
    const paid = paidAt(row, context) ?? undefined
    const state = orderStatusOf(status(row))
    const neverPaid = knowsPayment && paid === undefined && (state === 'created' || state === 'closed')
    const amount = amounts.paid(row, context)
    const record = compact<OrderRecord>({
      kind: 'orders',
      ...texts(row),
      orderId: id,
      orderedAt: orderedAt(row, context) ?? paid ?? null,
      paidAt: paid,
      status: state,
      quantity: quantity(row, context),
      listAmount: amounts.list(row, context),
      paidAmount: neverPaid && amount !== undefined ? 0 : amount,
      refundedAmount: amounts.refunded(row, context),
      province: provinceOf(province(row)),
    })
    return context.problems.length > 0 ? [] : [record]
  }
}

/** One application for a refund; it must name itself or its order. */
export function refundBuilder(fields: Fields): (row: Values, context: RowContext) => RefundRecord[] {
  const texts = textReaders(fields, refundTexts)
  const phase = fields.text('phase')
  const assist = fields.text('platformAssist')
  const province = fields.text('province')
  const appliedAt = fields.time('appliedAt')
  const amount = fields.money('amount')

  return (row, context) => {
    const text = texts(row)
    if (text.refundId === undefined && text.orderId === undefined)
      fail(context, 'refundId', '', 'missing_value')
    checkId('orderId', text.orderId ?? '', context)
    checkId('refundId', text.refundId ?? '', context)
    const record = compact<RefundRecord>({
      kind: 'refunds',
      ...text,
      appliedAt: appliedAt(row, context),
      amount: amount(row, context),
      phase: phaseOf(phase(row)),
      platformAssist: assisted(assist(row)),
      province: provinceOf(province(row)),
    })
    return context.problems.length > 0 ? [] : [record]
  }
}

/** 小二介入, 平台已介入, 是, or a platform code translated to true or false. */
function assisted(text: string): boolean | undefined {
  if (text === '') return undefined
  if (/不需|未介入|无需|没有介入|未申请/.test(text)) return false
  return /介入|仲裁|仲裁中/.test(text) ? true : (parseBoolean(text) ?? undefined)
}
