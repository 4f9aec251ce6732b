import type {
  AgentStatusRecord,
  OrderRecord,
  RefundRecord,
  ReviewRecord,
} from '@kesheng/contracts/intake/records'

type OrderStatus = NonNullable<OrderRecord['status']>

/** Words come before their parts: 部分退款 before 退款, 待付款 before 付款. */
const orderStatuses: readonly [RegExp, OrderStatus][] = [
  [/退款中|售后中|退货中|refunding/i, 'refunding'],
  [/交易关闭|已关闭|已取消|取消|关闭|作废|退款成功|全额退款|closed|cancel|void|refunded/i, 'closed'],
  [/待付款|等待买家付款|未付款|待支付|未支付|no_pay|wait_buyer_pay|unpaid|pending|created/i, 'created'],
  [/待发货|等待卖家发货|未发货|备货中|待出库|等待出库|wait_seller/i, 'paid'],
  [/待收货|等待买家确认|等待确认收货|wait_buyer_confirm|wait_goods_receive/i, 'shipped'],
  [
    /交易成功|完成|已签收|已收货|确认收货|finished|completed?|success|signed|fulfilled|delivered/i,
    'completed',
  ],
  [/已发货|发货|运输中|已出库|shipped/i, 'shipped'],
  [/已付款|已支付|付款|支付|paid/i, 'paid'],
]

export function orderStatusOf(text: string): OrderStatus | undefined {
  return orderStatuses.find(([pattern]) => pattern.test(text))?.[1]
}

export function ratingOf(text: string): NonNullable<ReviewRecord['rating']> | undefined {
  if (/^(?:好评?|非常好|满意|非常满意|good|positive|正面|很好)$/i.test(text)) return 'good'
  if (/^(?:中评?|一般|neutral|中性|还行)$/i.test(text)) return 'neutral'
  return /^(?:差评?|很差|不满意|非常不满意|bad|negative|负面|坏评)$/i.test(text) ? 'bad' : undefined
}

export function phaseOf(text: string): RefundRecord['phase'] {
  if (/售中|未发货|仅退款.*未|onsale|发货前/i.test(text)) return 'onsale'
  return /售后|aftersale|退货退款|换货|维修|发货后|已发货/i.test(text) ? 'aftersale' : undefined
}

export function agentStatusOf(text: string): AgentStatusRecord['status'] | undefined {
  if (/^(?:1|在线|上线|登录|登陆|online|on)$/i.test(text)) return 'online'
  if (/^(?:-1|0|离线|下线|登出|退出|offline|off)$/i.test(text)) return 'offline'
  if (/^(?:2|挂起|离开|小休|忙碌|暂停|pause[d]?|busy|away)$/i.test(text)) return 'paused'
  return /^(?:3|解挂|取消挂起|恢复|resumed?)$/i.test(text) ? 'resumed' : undefined
}

export function inviterOf(text: string): string | undefined {
  if (/^(?:0|客服邀评|客服邀请|邀评|agent)$/i.test(text)) return 'agent'
  if (/^(?:1|自主评价|自主|买家主动|买家自评|buyer)$/i.test(text)) return 'buyer'
  return /^(?:2|系统|系统邀评|系统邀请|自动邀评|system)$/i.test(text) ? 'system' : undefined
}

const provinces =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门'.split(
    ' ',
  )

/** Province at the start of an address, short form (`广西壮族自治区南宁市…` → 广西); '' when none is named. */
export function provinceOf(address: string): string {
  const start = address.replace(/^\s*(?:中国|[^\s，,]{2,8}[，,]\s*\d{7,}[，,]\s*)/, '')
  return (
    provinces.find((province) => start.startsWith(province)) ??
    provinces.find((province) => address.includes(province)) ??
    ''
  )
}
