import { sql } from '../../access/sql/nodes.ts'
import { buyer, complement, distinct, groups, ratio, rows, sum, value } from '../measures.ts'
import { metric, orderKey, populationOf } from '../metric.ts'

const sales = (definition: Parameters<typeof metric>[1]) => metric('sales', definition)

const presale = sql`presale_inquiry AND served`
/** Closed orders that were never paid carry no payment time and no amount. */
export const paid = sql`paid_at IS NOT NULL`

const presaleInquirers = distinct('conversation', buyer, presale)
const agentSales = sum('conversation', sql`attributed_amount`, sql`attributed_amount > 0`)
export const paidAmount = sum('order', sql`paid_amount`, paid)
const paidOrders = distinct('order', orderKey, paid)
const buyers = distinct('order', buyer, paid)
const repeatBuyers = groups('order', buyer, sql`uniqExact(${orderKey}) >= 2`, paid)

/** Inquiries that turn into orders, and the shop's sales. Orders count by the time they were placed. */
export const salesMetrics = [
  sales({
    id: 'presaleInquirers',
    zh: '询单人数',
    en: 'Pre-sale inquirers',
    about: {
      zh: '回看期内没有下过单、或又再次下单的接待买家',
      en: 'Served buyers without an order in the look-back window, or who ordered again',
    },
    formula: 'distinct served buyers with a pre-sale inquiry',
    unit: 'count',
    expression: value(presaleInquirers),
  }),
  sales({
    id: 'orderedInquirers',
    zh: '询单下单人数',
    en: 'Pre-sale inquirers who ordered',
    about: {
      zh: '归因期内下单的询单买家',
      en: 'Pre-sale inquirers who ordered within the attribution window',
    },
    formula: 'distinct pre-sale inquirers who ordered',
    unit: 'count',
    expression: value(distinct('conversation', buyer, sql`${presale} AND ordered`)),
  }),
  sales({
    id: 'convertedInquirers',
    zh: '询单付款人数',
    en: 'Pre-sale inquirers who paid',
    about: { zh: '归因期内付款的询单买家', en: 'Pre-sale inquirers who paid within the attribution window' },
    formula: 'distinct pre-sale inquirers who paid',
    unit: 'count',
    expression: value(distinct('conversation', buyer, sql`${presale} AND converted`)),
  }),
  sales({
    id: 'inquiryConversion',
    zh: '询单转化率',
    en: 'Inquiry conversion',
    about: { zh: '询单买家中付款的比例', en: 'Pre-sale inquirers who paid' },
    formula: 'pre-sale inquirers who paid / pre-sale inquirers',
    unit: 'share',
    expression: ratio(distinct('conversation', buyer, sql`${presale} AND converted`), presaleInquirers),
  }),
  sales({
    id: 'inquiryOrderRate',
    zh: '询单下单率',
    en: 'Inquiry order rate',
    about: { zh: '询单买家中下单的比例', en: 'Pre-sale inquirers who ordered' },
    formula: 'pre-sale inquirers who ordered / pre-sale inquirers',
    unit: 'share',
    expression: ratio(distinct('conversation', buyer, sql`${presale} AND ordered`), presaleInquirers),
  }),
  sales({
    id: 'inquiryLossRate',
    zh: '询单流失率',
    en: 'Inquiry loss rate',
    about: { zh: '询单买家中没有付款的比例', en: 'Pre-sale inquirers who did not pay' },
    formula: '1 − inquiry conversion',
    unit: 'share',
    expression: complement(distinct('conversation', buyer, sql`${presale} AND converted`), presaleInquirers),
  }),
  sales({
    id: 'agentSales',
    zh: '客服销售额',
    en: 'Agent sales',
    about: { zh: '归因到会话的付款金额', en: 'Paid amount attributed to conversations' },
    formula: 'Σ attributed paid amount',
    unit: 'yuan',
    expression: value(agentSales),
  }),
  sales({
    id: 'agentSalesShare',
    zh: '客服销售额占比',
    en: 'Agent share of sales',
    about: { zh: '客服销售额占付款金额的比例', en: 'Agent sales in the paid amount' },
    formula: 'agent sales / paid amount',
    unit: 'share',
    expression: ratio(agentSales, paidAmount),
  }),
  sales({
    id: 'silentSalesShare',
    zh: '静默销售额占比',
    en: 'Silent share of sales',
    about: { zh: '未经客服的付款金额占比', en: 'Paid amount that no conversation led to' },
    formula: '1 − agent sales / paid amount',
    unit: 'share',
    expression: complement(agentSales, paidAmount),
    evidence: populationOf(paidAmount),
  }),
  sales({
    id: 'orders',
    zh: '下单数',
    en: 'Orders',
    about: { zh: '下单的订单数', en: 'Orders placed' },
    formula: 'distinct orders',
    unit: 'count',
    expression: value(distinct('order', orderKey)),
  }),
  sales({
    id: 'paidOrders',
    zh: '付款订单数',
    en: 'Paid orders',
    about: { zh: '已付款的订单数，按下单时间', en: 'Orders that were paid, by order time' },
    formula: 'distinct orders with a payment time',
    unit: 'count',
    expression: value(paidOrders),
  }),
  sales({
    id: 'paymentRate',
    zh: '下单付款率',
    en: 'Payment rate',
    about: { zh: '下单后付款的订单占比', en: 'Orders that were paid' },
    formula: 'paid orders / orders',
    unit: 'share',
    expression: ratio(paidOrders, distinct('order', orderKey)),
  }),
  sales({
    id: 'paidAmount',
    zh: '付款金额',
    en: 'Paid amount',
    about: { zh: '已付款订单的实付金额，未扣退款', en: 'What buyers paid, refunds not taken off' },
    formula: 'Σ paid amount of paid orders',
    unit: 'yuan',
    expression: value(paidAmount),
  }),
  sales({
    id: 'buyers',
    zh: '付款人数',
    en: 'Buyers',
    about: { zh: '付过款的不同买家', en: 'Different buyers who paid' },
    formula: 'distinct buyers of paid orders',
    unit: 'count',
    expression: value(buyers),
  }),
  sales({
    id: 'averageOrderValue',
    zh: '客单价',
    en: 'Sales per buyer',
    about: { zh: '平均每位买家的付款金额', en: 'Paid amount per buyer' },
    formula: 'paid amount / buyers',
    unit: 'yuan',
    expression: ratio(paidAmount, buyers),
  }),
  sales({
    id: 'itemsPerBuyer',
    zh: '客件数',
    en: 'Items per buyer',
    about: { zh: '平均每位买家的付款件数', en: 'Paid items per buyer' },
    formula: 'items / buyers',
    unit: 'ratio',
    expression: ratio(sum('order', sql`quantity`, paid), buyers),
  }),
  sales({
    id: 'averageItemPrice',
    zh: '件均价',
    en: 'Average item price',
    about: { zh: '平均每件的付款金额', en: 'Paid amount per item' },
    formula: 'paid amount / items',
    unit: 'yuan',
    expression: ratio(paidAmount, sum('order', sql`quantity`, paid)),
  }),
  sales({
    id: 'repeatBuyers',
    zh: '复购人数',
    en: 'Repeat buyers',
    about: { zh: '所选时间内付款两单及以上的买家', en: 'Buyers with two or more paid orders in the period' },
    formula: 'buyers with ≥ 2 paid orders',
    unit: 'count',
    expression: value(repeatBuyers),
  }),
  sales({
    id: 'repurchaseRate',
    zh: '复购率',
    en: 'Repurchase rate',
    about: { zh: '复购人数占付款人数的比例', en: 'Repeat buyers among buyers' },
    formula: 'repeat buyers / buyers',
    unit: 'share',
    expression: ratio(repeatBuyers, buyers),
  }),
  sales({
    id: 'convertedConversations',
    zh: '成交会话数',
    en: 'Converted conversations',
    about: { zh: '归因期内付款的会话', en: 'Conversations followed by a payment in the attribution window' },
    formula: 'converted conversations',
    unit: 'count',
    expression: value(rows('conversation', sql`converted`)),
  }),
]
