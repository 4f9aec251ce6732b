import { expandLines } from '../lines.ts'
import { definePreset } from '../preset.ts'

/** order_status of the interface. */
const statuses = {
  '1': '待付款',
  '105': '已支付',
  '2': '待发货',
  '101': '已发货',
  '3': '已发货',
  '4': '已取消',
  '5': '已完成',
}
const fen = (columns: string[]) => ({ columns, unit: 'fen' as const })
const seconds = (columns: string[]) => ({ columns, unit: 'seconds' as const })

export const douyinOrders = definePreset({
  id: 'douyin-orders',
  kind: 'orders',
  platform: 'douyin',
  zh: '抖店订单接口 searchList',
  en: 'Douyin orders',
  signature: [
    'order_id',
    'order_status',
    ['sku_order_list', 'sku_order_list.order_id', 'doudian_open_id'],
    ['pay_amount', 'create_time'],
  ],
  fields: {
    orderId: ['order_id', 'line.parent_order_id'],
    lineId: 'line.order_id',
    orderedAt: seconds(['create_time']),
    paidAt: seconds(['pay_time']),
    status: { columns: ['order_status'], values: statuses },
    paidAmount: fen(['line.pay_amount', 'line.shared', 'pay_amount']),
    listAmount: fen(['line.order_amount', 'order_amount', 'line.origin_amount']),
    quantity: ['line.item_num', 'line.combo_num'],
    productId: 'line.product_id',
    productName: 'line.product_name',
    skuName: ['line.spec.value', 'line.spec.name', 'line.spec'],
    buyer: 'doudian_open_id',
    shop: 'shop_name',
    province: ['post_addr.province.name', 'mask_post_addr.province.name'],
  },
  expand: expandLines(
    ['sku_order_list'],
    { total: 'pay_amount', price: 'origin_amount', count: 'item_num' },
    ['pay_amount', 'order_amount'],
  ),
})

export const douyinRefunds = definePreset({
  id: 'douyin-refunds',
  kind: 'refunds',
  platform: 'douyin',
  zh: '抖店售后接口 afterSale.List',
  en: 'Douyin after-sales',
  signature: [
    ['aftersale_id', 'aftersale_info.aftersale_id'],
    ['aftersale_status', 'aftersale_info.aftersale_status'],
    ['refund_amount', 'aftersale_info.refund_amount'],
  ],
  fields: {
    refundId: ['aftersale_info.aftersale_id', 'aftersale_id'],
    orderId: ['order_info.shop_order_id', 'shop_order_id', 'order_id', 'aftersale_info.related_id'],
    appliedAt: seconds(['aftersale_info.apply_time', 'apply_time']),
    amount: fen(['aftersale_info.refund_amount', 'refund_amount']),
    status: ['text_part.aftersale_status_text', 'aftersale_info.aftersale_status', 'aftersale_status'],
    reason: [
      'aftersale_info.reason_second_labels.name',
      'reason_second_labels.name',
      'reason_second_labels',
      'text_part.reason_text',
      'reason',
    ],
    phase: {
      columns: ['aftersale_info.aftersale_type', 'aftersale_type'],
      values: {
        '0': '退货退款',
        '1': '售后仅退款',
        '2': '售中退款',
        '3': '换货',
        '6': '售后价保',
        '7': '售后补寄',
        '8': '维修',
      },
    },
    platformAssist: {
      columns: ['aftersale_info.arbitrate_status', 'arbitrate_status'],
      values: { '0': 'false', '1': 'true', '2': 'true', '3': 'true', '4': 'true', '255': 'false' },
    },
    productId: ['order_info.related_order_info.product_id', 'product_id'],
    productName: ['order_info.related_order_info.product_name', 'product_name'],
    buyer: ['doudian_open_id', 'aftersale_info.doudian_open_id'],
  },
})
