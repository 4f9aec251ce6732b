import { expandLines } from '../lines.ts'
import { definePreset } from '../preset.ts'

/** A presale whose deposit is paid counts as paid, with the deposit as its amount; a finished one by its own status. */
const presaleSteps = {
  FRONT_NOPAID_FINAL_NOPAID: '待付款',
  FRONT_PAID_FINAL_NOPAID: '已付款',
  FRONT_PAID_FINAL_PAID: '',
}

export const taobaoTrades = definePreset({
  id: 'taobao-trades',
  kind: 'orders',
  platform: 'taobao',
  zh: '淘宝订单接口 trades',
  en: 'Taobao trades',
  signature: [
    'tid',
    ['orders', 'orders.order', 'orders.oid', 'orders.order.oid'],
    ['created', 'pay_time', 'payment'],
  ],
  fields: {
    orderId: 'tid',
    lineId: 'line.oid',
    orderedAt: 'created',
    paidAt: 'pay_time',
    status: { columns: ['step_trade_status', 'line.status', 'status'], values: presaleSteps },
    paidAmount: ['step_paid_fee', 'line.divide_order_fee', 'line.payment', 'line.shared', 'payment'],
    listAmount: ['line.total_fee', 'line.listed', 'total_fee'],
    quantity: ['line.num', 'num'],
    productId: ['line.num_iid', 'num_iid'],
    productName: ['line.title', 'title'],
    skuName: 'line.sku_properties_name',
    buyer: ['buyer_open_uid', 'buyer_nick'],
    shop: 'seller_nick',
    province: 'receiver_state',
  },
  expand: expandLines(['orders.order', 'orders'], { total: 'payment', price: 'price', count: 'num' }, [
    'payment',
    'total_fee',
    'step_paid_fee',
  ]),
})

export const taobaoOrdersExport = definePreset({
  id: 'taobao-orders-export',
  kind: 'orders',
  platform: 'taobao',
  zh: '千牛 / 淘宝订单导出',
  en: 'Taobao order export',
  signature: [
    ['订单编号', '订单号'],
    ['买家实际支付金额', '买家应付货款', '买家实付金额'],
    ['订单创建时间', '订单付款时间'],
  ],
  fields: {
    orderId: ['订单编号', '订单号'],
    lineId: ['子订单编号', '子订单号'],
    orderedAt: '订单创建时间',
    paidAt: ['订单付款时间', '付款时间'],
    status: '订单状态',
    paidAmount: ['买家实际支付金额', '买家实付金额'],
    listAmount: ['总金额', '买家应付货款'],
    refundedAmount: '退款金额',
    quantity: ['宝贝总数量', '购买数量', '宝贝数量'],
    productId: ['商品ID', '宝贝ID', '商品编号'],
    productName: ['宝贝标题', '商品标题', '标题'],
    skuName: ['商品属性', '宝贝规格', '颜色/尺码'],
    buyer: ['买家会员名', '买家昵称', '买家旺旺'],
    shop: ['店铺名称', '卖家会员名'],
    province: ['收货地址', '省份', '收货省份'],
  },
})
