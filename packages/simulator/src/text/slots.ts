import type { Situation } from '../dialogue/situation.ts'
import { deskHours } from '../world/agents.ts'
import { dayMs } from '../world/calendar.ts'
import { addressOf, emailOf, phoneOf, receiverOf } from '../world/buyer.ts'
import { isFactKey } from '../world/product.ts'
import { shops } from '../world/shops.ts'
import { join, type Slot } from './grammar.ts'

const desks = shops.map(({ index }) => {
  const { from, to } = deskHours(index)
  return `${from}:00-${to}:00`
})
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const vocative = {
  warm: ['亲，', '亲亲，', '亲爱的，', '宝子，', '亲 ', ''],
  curt: ['', '', '', '亲 '],
  expert: ['您好，', '亲，', '', ''],
  pushy: ['宝宝，', '姐妹，', '亲爱哒，', '亲，', '宝 '],
} as const
const ending = {
  warm: ['哦', '呢', '哈', '哦', '呢', ''],
  curt: ['', '', '', ''],
  expert: ['', '哦', '', '呢'],
  pushy: ['哦', '哈', '呀', '呢'],
} as const

/** 「昨天」「前天」「5天前」「上周」 for a time before `now`. */
export function agoOf(time: number, now: number): string {
  const days = Math.floor((now - time) / dayMs)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  if (days === 2) return '前天'
  if (days < 7) return `${days}天前`
  return days < 12 ? '上周' : `${days}天前`
}

const order = (situation: Situation) => situation.order ?? undefined

const slots: Record<string, Slot> = {
  short: ({ product }) => product.short,
  name: ({ product }) => product.name,
  kind: ({ product }) => product.kindWord,
  size: ({ product }) => product.sku,
  price: ({ product }) => `${product.price}`,
  low: ({ product, phase }) =>
    `${phase === null ? product.price : Math.round(product.price * phase.priceFactor)}`,
  month: ({ product }) => `${Math.ceil(product.price / 6)}`,
  other: ({ product, random }) => random.pick(product.companions),
  batch: (situation) => order(situation)?.batch ?? situation.product.batches[0] ?? '',
  brand: () => '青屿',
  rival: ({ random }) => random.pick(['朔棠', '禾砚', '澄岫']),
  shop: ({ shop }) => shop.name,
  agent: ({ agent }) => agent.name,
  desk: ({ shop }) => desks[shop.index] ?? '',
  qin: ({ agent, random }) => random.pick(vocative[agent.style]),
  o: ({ agent, random }) => random.pick(ending[agent.style]),
  order: (situation) => order(situation)?.id ?? '',
  courier: (situation) => order(situation)?.courier ?? situation.shop.couriers[0] ?? '',
  tracking: (situation) => order(situation)?.tracking ?? '',
  paid: (situation) => `${order(situation)?.paid ?? situation.product.price}`,
  since: (situation) => agoOf(order(situation)?.paidAt ?? situation.time, situation.time),
  arrived: (situation) => agoOf(order(situation)?.deliveredAt ?? situation.time, situation.time),
  province: ({ buyer }) => buyer.province.name,
  city: ({ buyer }) => buyer.city,
  address: ({ buyer }) => addressOf(buyer),
  phone: ({ buyer }) => phoneOf(buyer),
  tail: ({ buyer }) => phoneOf(buyer).slice(-4),
  receiver: ({ buyer }) => receiverOf(buyer),
  email: ({ buyer }) => emailOf(buyer),
  gift: (situation) => situation.phase?.gift ?? '体验装小样',
  promo: (situation) => situation.phase?.promotion ?? '会员日',
  phase: (situation) => situation.phase?.phase ?? '日常',
  coupon: (situation) => situation.phase?.coupon ?? '满199减15',
  amount: ({ random }) => `${random.pick([5, 8, 10, 12, 15, 20])}`,
  points: ({ random }) => `${random.between(3, 60) * 20}`,
  days: ({ random }) => `${random.between(2, 5)}`,
  weekday: ({ random }) => random.pick(weekdays),
  clock: ({ random }) => `${random.between(3, 8)}点`,
  age: ({ random }) => `${random.between(19, 46)}`,
}

/** The slot of a name; `fact:x` is what this product's page and training say about x. */
export function slotOf(name: string): Slot {
  const found = slots[name]
  if (found !== undefined) return found
  const key = name.startsWith('fact:') ? name.slice(5) : ''
  if (!isFactKey(key)) throw new Error(`unknown slot <${name}>`)
  return (situation) => {
    const fact = situation.product.facts[key]
    if (fact === undefined) throw new Error(`${situation.product.id} has no fact ${key}`)
    return join(situation.random.pick(fact), situation, situation.random)
  }
}
