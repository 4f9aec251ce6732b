import { sql } from '../../access/sql/nodes.ts'
import { distinct, mean, ratio, rows, share, sum, value } from '../measures.ts'
import { metric, orderKey } from '../metric.ts'
import { paid, paidAmount } from './sales.ts'

const refunds = (definition: Parameters<typeof metric>[1]) => metric('sales', definition)

const paidOrders = distinct('order', orderKey, paid)

/** Money that went back. Refunds count by the time they were applied for. */
export const refundMetrics = [
  refunds({
    id: 'refunds',
    zh: '退款单数',
    en: 'Refunds',
    about: { zh: '申请的退款单', en: 'Refunds applied for' },
    formula: 'refunds',
    unit: 'count',
    expression: value(rows('refund')),
  }),
  refunds({
    id: 'refundAmount',
    zh: '退款金额',
    en: 'Refund amount',
    about: { zh: '申请退款的金额', en: 'Amount applied for' },
    formula: 'Σ refund amount',
    unit: 'yuan',
    expression: value(sum('refund', sql`amount`)),
  }),
  refunds({
    id: 'averageRefundAmount',
    zh: '单均退款额',
    en: 'Average refund',
    about: { zh: '平均每笔退款的金额', en: 'Mean amount of a refund' },
    formula: 'refund amount / refunds',
    unit: 'yuan',
    expression: value(mean('refund', sql`amount`)),
  }),
  refunds({
    id: 'refundRateByAmount',
    zh: '退款率（金额）',
    en: 'Refund rate by amount',
    about: { zh: '退款金额与付款金额之比', en: 'Refund amount against paid amount' },
    formula: 'refund amount / paid amount',
    unit: 'share',
    expression: ratio(sum('refund', sql`amount`), paidAmount),
  }),
  refunds({
    id: 'refundRateByOrders',
    zh: '退款率（订单）',
    en: 'Refund rate by orders',
    about: { zh: '有退款的订单数与付款订单数之比', en: 'Orders with a refund against paid orders' },
    formula: 'distinct refunded orders / paid orders',
    unit: 'share',
    expression: ratio(distinct('refund', orderKey), paidOrders),
  }),
  refunds({
    id: 'qualityRefunds',
    zh: '品质退款单数',
    en: 'Quality refunds',
    about: { zh: '原因为质量问题的退款单', en: 'Refunds whose reason names a quality fault' },
    formula: 'refunds with a quality reason',
    unit: 'count',
    expression: value(rows('refund', sql`quality_reason`)),
  }),
  refunds({
    id: 'qualityRefundRate',
    zh: '品质退款率',
    en: 'Quality refund rate',
    about: { zh: '品质退款单数与付款订单数之比', en: 'Quality refunds against paid orders' },
    formula: 'quality-reason refunds / paid orders',
    unit: 'share',
    expression: ratio(rows('refund', sql`quality_reason`), paidOrders),
  }),
  refunds({
    id: 'qualityRefundShare',
    zh: '品质退款占比',
    en: 'Quality share of refunds',
    about: { zh: '退款单中质量原因的比例', en: 'Refunds with a quality reason among refunds' },
    formula: 'quality refunds / refunds',
    unit: 'share',
    expression: share('refund', sql`quality_reason`),
  }),
  refunds({
    id: 'platformAssistRate',
    zh: '平台求助率',
    en: 'Platform assist rate',
    about: { zh: '申请平台介入的退款与付款订单数之比', en: 'Platform-assist cases against paid orders' },
    formula: 'refunds with platform assist / paid orders',
    unit: 'share',
    expression: ratio(rows('refund', sql`platform_assist`), paidOrders),
  }),
]
