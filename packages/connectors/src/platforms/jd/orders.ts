import { expandLines } from '../lines.ts'
import { definePreset } from '../preset.ts'

export const jdOrders = definePreset({
  id: 'jd-orders',
  kind: 'orders',
  platform: 'jd',
  zh: '京东订单接口 order.search',
  en: 'JD orders',
  signature: [
    'orderId',
    'orderStartTime',
    ['orderPayment', 'itemInfoList', 'itemInfoList.skuId', 'orderState'],
  ],
  fields: {
    orderId: 'orderId',
    lineId: ['line.lineId', 'line.skuUuid'],
    orderedAt: 'orderStartTime',
    paidAt: 'paymentConfirmTime',
    status: 'orderState',
    paidAmount: ['line.shared', 'orderPayment'],
    listAmount: ['line.listed', 'orderTotalPrice'],
    quantity: 'line.itemTotal',
    productId: ['line.skuId', 'line.wareId'],
    productName: 'line.skuName',
    buyer: ['open_id_buyer', 'pin'],
    shop: ['venderName', 'shopName'],
    province: ['consigneeInfo.province', 'consigneeInfo.fullAddress'],
  },
  expand: expandLines(['itemInfoList'], { total: 'orderPayment', price: 'jdPrice', count: 'itemTotal' }, [
    'orderPayment',
    'orderTotalPrice',
  ]),
})

export const jdOrdersExport = definePreset({
  id: 'jd-orders-export',
  kind: 'orders',
  platform: 'jd',
  zh: '京东订单导出',
  en: 'JD order export',
  signature: [
    '订单号',
    '下单时间',
    ['应付金额', '京东价', '货款金额', '结算金额'],
    ['下单帐号', '下单账号', '订购数量'],
  ],
  fields: {
    orderId: '订单号',
    orderedAt: '下单时间',
    paidAt: ['付款确认时间', '付款时间'],
    status: '订单状态',
    paidAmount: ['应付金额', '结算金额', '货款金额'],
    listAmount: ['订单金额', '京东价'],
    quantity: ['订购数量', '商品数量'],
    productId: ['商品ID', '商品编号', 'SKUID'],
    productName: '商品名称',
    buyer: ['下单帐号', '下单账号', '客户账号'],
    shop: ['店铺名称', '商家名称'],
    province: ['省份', '客户地址', '收货地址'],
  },
})

/** The interface gives the amount in 分. */
export const jdRefunds = definePreset({
  id: 'jd-refunds',
  kind: 'refunds',
  platform: 'jd',
  zh: '京东退款接口 refundapply',
  en: 'JD refund applications',
  signature: ['orderId', 'applyTime', 'applyRefundSum'],
  fields: {
    refundId: 'id',
    orderId: 'orderId',
    appliedAt: 'applyTime',
    amount: { columns: ['applyRefundSum'], unit: 'fen' },
    status: {
      columns: ['status'],
      values: {
        '0': '未审核',
        '1': '审核通过',
        '2': '审核不通过',
        '3': '京东财务审核通过',
        '4': '京东财务审核不通过',
        '5': '人工审核通过',
      },
    },
    reason: 'reason',
    buyer: ['open_id_buyer', 'buyerId', 'buyerName'],
    productId: ['skuId', 'wareId'],
  },
})

export const jdRefundsExport = definePreset({
  id: 'jd-refunds-export',
  kind: 'refunds',
  platform: 'jd',
  zh: '京东售后 / 退款导出',
  en: 'JD refund export',
  signature: [
    ['服务单号', '退款单号', '退款申请单号'],
    ['订单号', '订单编号'],
    ['申请时间', '退款申请时间'],
    ['客户账号', '客户期望', '问题描述', '申请原因'],
  ],
  fields: {
    refundId: ['服务单号', '退款单号', '退款申请单号'],
    orderId: ['订单号', '订单编号'],
    appliedAt: ['申请时间', '退款申请时间'],
    amount: ['退款金额', '申请退款金额', '实退金额'],
    status: ['服务单状态', '退款状态', '状态'],
    reason: ['申请原因', '退款原因', '问题描述'],
    phase: ['客户期望', '售后类型'],
    platformAssist: ['是否平台介入', '纠纷单'],
    productId: ['商品编号', '商品ID'],
    productName: '商品名称',
    buyer: ['客户账号', '客户帐号', '下单账号'],
  },
})
