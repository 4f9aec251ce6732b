import { expandLines } from '../lines.ts'
import { definePreset } from '../preset.ts'

export const pinduoduoOrders = definePreset({
  id: 'pinduoduo-orders',
  kind: 'orders',
  platform: 'pinduoduo',
  zh: '拼多多订单接口 order.list',
  en: 'Pinduoduo orders',
  signature: [
    'order_sn',
    ['order_status', 'after_sales_status'],
    ['item_list', 'item_list.goods_id', 'pay_amount', 'confirm_time'],
  ],
  fields: {
    orderId: 'order_sn',
    lineId: 'line.sku_id',
    orderedAt: ['created_time', 'confirm_time'],
    paidAt: ['pay_time', 'confirm_time'],
    status: {
      columns: ['order_status'],
      values: { '1': '待发货', '2': '已发货', '3': '已签收', '0': '待付款' },
    },
    paidAmount: ['line.shared', 'pay_amount'],
    listAmount: ['line.listed', 'goods_amount'],
    quantity: 'line.goods_count',
    productId: 'line.goods_id',
    productName: 'line.goods_name',
    skuName: 'line.goods_spec',
    buyer: ['open_address_id', 'buyer_id'],
    shop: 'mall_name',
    province: 'province',
  },
  expand: expandLines(['item_list'], { total: 'pay_amount', price: 'goods_price', count: 'goods_count' }, [
    'pay_amount',
    'goods_amount',
  ]),
})

export const pinduoduoOrdersExport = definePreset({
  id: 'pinduoduo-orders-export',
  kind: 'orders',
  platform: 'pinduoduo',
  zh: '拼多多订单导出',
  en: 'Pinduoduo order export',
  signature: [
    ['订单号', '订单编号'],
    ['用户实付金额(元)', '用户实付金额', '商家实收金额(元)', '商家实收金额'],
    ['订单成交时间', '支付时间', '拼单成功时间'],
  ],
  fields: {
    orderId: ['订单号', '订单编号'],
    orderedAt: ['订单成交时间', '拼单成功时间', '支付时间'],
    paidAt: ['支付时间', '拼单成功时间'],
    status: ['订单状态', '售后状态'],
    paidAmount: ['用户实付金额(元)', '用户实付金额', '商家实收金额(元)', '商家实收金额'],
    listAmount: ['商品总价(元)', '商品总价'],
    quantity: ['商品数量(件)', '商品数量'],
    productId: ['商品id', '商品ID'],
    productName: ['商品', '商品名称'],
    skuName: ['商品规格', '规格名称'],
    buyer: ['用户昵称', '买家昵称'],
    province: ['省', '省份', '收货地址'],
  },
})

export const pinduoduoRefunds = definePreset({
  id: 'pinduoduo-refunds',
  kind: 'refunds',
  platform: 'pinduoduo',
  zh: '拼多多售后接口 refund.list',
  en: 'Pinduoduo refunds',
  signature: ['order_sn', 'refund_amount', ['after_sale_reason', 'after_sales_status', 'after_sales_type']],
  fields: {
    refundId: 'id',
    orderId: 'order_sn',
    appliedAt: ['created_time', 'apply_time'],
    amount: 'refund_amount',
    status: 'after_sales_status',
    reason: 'after_sale_reason',
    phase: {
      columns: ['after_sales_type'],
      values: { '2': '仅退款', '3': '退货退款', '4': '换货', '5': '售后补寄', '9': '维修' },
    },
    platformAssist: { columns: ['dispute_refund_status'], values: { '0': 'false', '1': 'true' } },
    productId: 'goods_id',
    productName: 'goods_name',
  },
})

export const pinduoduoRefundsExport = definePreset({
  id: 'pinduoduo-refunds-export',
  kind: 'refunds',
  platform: 'pinduoduo',
  zh: '拼多多售后导出',
  en: 'Pinduoduo refund export',
  signature: [
    ['售后编号', '售后单编号'],
    ['订单编号', '订单号'],
    ['申请时间', '售后申请时间'],
    ['退款金额(元)', '退款金额', '交易金额(元)'],
  ],
  fields: {
    refundId: ['售后编号', '售后单编号'],
    orderId: ['订单编号', '订单号'],
    appliedAt: ['申请时间', '售后申请时间'],
    amount: ['退款金额(元)', '退款金额'],
    status: ['售后状态', '处理状态'],
    reason: ['售后原因', '申请原因', '退款原因'],
    phase: ['发货状态', '售后类型'],
    platformAssist: ['平台介入', '平台介入状态', '是否平台介入'],
    productId: ['商品id', '商品ID'],
    productName: ['商品名称', '商品信息', '商品'],
  },
})
