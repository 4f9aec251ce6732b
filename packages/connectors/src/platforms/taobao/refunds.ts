import { definePreset } from '../preset.ts'

/** cs_status: 1 no help needed, 2 asked for, 3 stepped in, 4–6 steps of the platform's decision. */
const platformHelp = { '1': 'false', '2': 'true', '3': 'true', '4': 'true', '5': 'true', '6': 'true' }

export const taobaoRefunds = definePreset({
  id: 'taobao-refunds',
  kind: 'refunds',
  platform: 'taobao',
  zh: '淘宝退款接口 refunds',
  en: 'Taobao refunds',
  signature: ['refund_id', ['tid', 'oid'], 'refund_fee'],
  fields: {
    refundId: 'refund_id',
    orderId: 'tid',
    appliedAt: 'created',
    amount: 'refund_fee',
    status: 'status',
    reason: 'reason',
    phase: ['refund_phase', 'dispute_type'],
    platformAssist: { columns: ['cs_status'], values: platformHelp },
    productId: 'num_iid',
    productName: 'title',
    buyer: ['buyer_open_uid', 'buyer_nick'],
    shop: 'seller_nick',
  },
})

export const taobaoRefundsExport = definePreset({
  id: 'taobao-refunds-export',
  kind: 'refunds',
  platform: 'taobao',
  zh: '千牛 / 淘宝退款导出',
  en: 'Taobao refund export',
  signature: [
    ['退款编号', '退款单号'],
    ['退款申请时间', '退款的申请时间', '申请时间'],
    ['买家退款金额', '买家申请退款金额', '买家退款原因', '退款金额'],
  ],
  fields: {
    refundId: ['退款编号', '退款单号'],
    orderId: ['订单编号', '订单号'],
    appliedAt: ['退款申请时间', '退款的申请时间', '申请时间'],
    amount: ['买家退款金额', '买家申请退款金额', '退款金额', '退款总金额'],
    status: ['退款状态', '售后状态'],
    reason: ['买家退款原因', '退款原因'],
    phase: ['售中或售后', '退款阶段', '售后类型', '退款类型'],
    platformAssist: ['小二是否介入', '客服介入状态', '小二介入', '平台介入'],
    productId: ['商品id', '商品ID', '宝贝ID'],
    productName: ['宝贝标题', '商品标题'],
    buyer: ['买家会员名称', '买家会员名', '买家昵称'],
    shop: ['店铺名称', '卖家会员名'],
  },
})
