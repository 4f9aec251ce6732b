import type { OrderRecord, RefundRecord } from '@kesheng/contracts/intake/records'
import type { Situation } from '../dialogue/situation.ts'
import { badBatchRate, pageContradicted, pageDenied, planted } from '../truth/planted.ts'
import { dayMs, hourMs } from '../world/calendar.ts'
import type { FaultKey } from '../world/product.ts'
import { contact } from './contact.ts'
import type { OrderPlan } from './order-plan.ts'
import { review } from './reviewing.ts'
import type { Run } from './run.ts'
import { sourceIndex } from './sink.ts'
import { askNps } from './surveying.ts'

/** Something that may happen on the way or after it: scene, share of orders, days after the anchor. */
interface Chance {
  readonly scene: string
  readonly share: number
  readonly days: readonly [number, number]
}

const beforeShipping: readonly Chance[] = [
  { scene: 'address', share: 0.035, days: [0.01, 0.3] },
  { scene: 'note', share: 0.02, days: [0.01, 0.2] },
  { scene: 'price-protection', share: 0.018, days: [0.5, 5] },
  { scene: 'invoice', share: 0.022, days: [0.2, 6] },
]
const onTheRoad: readonly Chance[] = [
  { scene: 'tracking', share: 0.05, days: [0.6, 1.6] },
  { scene: 'delivery-attitude', share: 0.008, days: [1.5, 3] },
]
const afterDelivery: readonly Chance[] = [
  { scene: 'missing', share: 0.014, days: [0.1, 2] },
  { scene: 'broken', share: 0.02, days: [0.1, 1.5] },
  { scene: 'wrong', share: 0.005, days: [0.1, 1.5] },
  { scene: 'doubt', share: 0.006, days: [0.5, 6] },
  { scene: 'restock-praise', share: 0.018, days: [12, 30] },
]

/** What became of an order, for refund, review and survey. */
export interface Aftermath {
  readonly fault: FaultKey | null
  readonly trouble: string | null
  readonly solved: boolean
  refunded: number
}

/** Everything that follows an order: chats on the way, faults, money back, review, survey; then the order itself. */
export function afterOrder(run: Run, situation: Situation, plan: OrderPlan): void {
  if (plan.paidAt === null) {
    recordOrder(run, situation, plan, { fault: null, trouble: null, solved: true, refunded: 0 })
    return
  }
  if (run.random.chance(0.025) && cancel(run, situation, plan, plan.paidAt)) return
  happen(run, situation, beforeShipping, plan.paidAt)
  urge(run, situation, plan, plan.paidAt)
  const stuckSolved = travel(run, situation, plan)
  const aftermath = stuckSolved ? delivered(run, situation, plan) : lostParcel(run, situation, plan)
  recordOrder(run, situation, plan, aftermath)
  if (aftermath.refunded < plan.paid) {
    review(run, situation, plan, aftermath)
    askNps(run, situation, plan, aftermath)
  }
}

function happen(run: Run, situation: Situation, chances: readonly Chance[], from: number): void {
  const { random } = run
  for (const chance of chances) {
    if (random.chance(chance.share)) {
      contact(run, situation, from + random.real(chance.days[0], chance.days[1]) * dayMs, chance.scene, false)
    }
  }
}

function cancel(run: Run, situation: Situation, plan: OrderPlan, paidAt: number): boolean {
  const { random } = run
  const at = paidAt + random.real(0.02, 0.4) * (plan.shippedAt - paidAt)
  if (random.chance(0.6)) contact(run, situation, at, 'cancel', false)
  refund(run, situation, plan, at + hourMs, plan.paid, '不想要了/拍错', 'onsale')
  recordOrder(run, situation, plan, { fault: null, trouble: 'cancel', solved: true, refunded: plan.paid })
  return true
}

function urge(run: Run, situation: Situation, plan: OrderPlan, paidAt: number): void {
  const { random } = run
  const wait = (plan.shippedAt - paidAt) / hourMs
  const share = wait > 48 ? 0.3 : wait > 26 ? 0.12 : 0.012
  if (!random.chance(share)) return
  contact(run, situation, paidAt + random.real(0.55, 0.95) * wait * hourMs, 'urge', false)
}

/** The way to the buyer; false when the parcel was given up. */
function travel(run: Run, situation: Situation, plan: OrderPlan): boolean {
  const { random } = run
  happen(run, situation, onTheRoad, plan.shippedAt)
  if (!plan.stuck || !random.chance(0.72)) return true
  const at = plan.shippedAt + random.real(3, 5.5) * dayMs
  const solved = contact(run, situation, at, 'stuck', false)
  if (solved || random.chance(0.35)) return true
  const again = contact(
    run,
    situation,
    at + random.real(1, 2) * dayMs,
    random.chance(0.75) ? 'stuck' : 'complaint',
    true,
  )
  return again || random.chance(0.5)
}

function lostParcel(run: Run, situation: Situation, plan: OrderPlan): Aftermath {
  const at = plan.shippedAt + run.random.real(6, 8) * dayMs
  refund(run, situation, plan, at, plan.paid, '快递一直未送到', 'onsale')
  return { fault: null, trouble: 'stuck', solved: false, refunded: plan.paid }
}

function delivered(run: Run, situation: Situation, plan: OrderPlan): Aftermath {
  happen(run, situation, afterDelivery, plan.deliveredAt)
  if (run.random.chance(0.05)) askHow(run, situation, plan)
  contradiction(run, situation, plan)
  giftTrouble(run, situation, plan)
  const fault = faultOf(run, situation, plan)
  if (fault === null) return changeOfMind(run, situation, plan)
  return faulty(run, situation, plan, fault)
}

function askHow(run: Run, situation: Situation, plan: OrderPlan): void {
  const scene = situation.product.family === 'beauty' ? 'how-to' : 'how-to-appliance'
  contact(run, situation, plan.deliveredAt + run.random.real(0.2, 4) * dayMs, scene, false)
}

function contradiction(run: Run, situation: Situation, plan: OrderPlan): void {
  const { random, window } = run
  const at = plan.deliveredAt + random.real(1, 20) * dayMs
  if (pageContradicted(situation.product.id, at, window) && random.chance(planted.contradiction.asks)) {
    contact(run, situation, at, pageDenied(situation.shop.index) ? 'claim-denied' : 'claim-confirmed', false)
  }
}

function giftTrouble(run: Run, situation: Situation, plan: OrderPlan): void {
  const { random } = run
  if (plan.gift === '' || !random.chance(0.014)) return
  contact(run, situation, plan.deliveredAt + random.real(0.1, 2) * dayMs, 'gift-missing', false)
}

function faultOf(run: Run, situation: Situation, plan: OrderPlan): FaultKey | null {
  const { random, window } = run
  const { faults } = situation.product
  const bad = plan.batch === planted.allergy.batch
  for (const key of Object.keys(faults) as FaultKey[]) {
    const rate = bad && key === 'allergy' ? badBatchRate(plan.deliveredAt, window) : (faults[key] ?? 0)
    if (random.chance(rate)) return key
  }
  return null
}

function faulty(run: Run, situation: Situation, plan: OrderPlan, fault: FaultKey): Aftermath {
  const { random } = run
  if (!random.chance(0.8)) return { fault, trouble: null, solved: false, refunded: 0 }
  const at = plan.deliveredAt + random.real(0.6, fault === 'ineffective' ? 28 : 8) * dayMs
  let solved = contact(run, situation, at, fault, false)
  if (!solved && random.chance(0.55)) {
    const next = random.chance(0.65) ? fault : 'complaint'
    solved = contact(run, situation, at + random.real(0.8, 3) * dayMs, next, true)
  }
  const back = random.chance(fault === 'allergy' ? 0.7 : 0.38)
  if (back) sendBack(run, situation, plan, at, reasonOf(fault))
  return { fault, trouble: fault, solved, refunded: back ? plan.paid : 0 }
}

const reasons: Partial<Record<FaultKey, string>> = {
  allergy: '使用后过敏',
  leak: '漏水/漏液',
  noise: '噪音大',
  battery: '续航/充电故障',
  coating: '涂层脱落',
  odor: '有异味',
  smell: '有异味',
  ineffective: '效果不好/不喜欢',
  button: '功能故障',
  overheat: '功能故障',
  weak: '功能与描述不符',
}

function reasonOf(fault: FaultKey): string {
  return reasons[fault] ?? '质量问题'
}

function sendBack(run: Run, situation: Situation, plan: OrderPlan, at: number, reason: string): void {
  const { random } = run
  const applied = at + random.real(0.05, 0.6) * dayMs
  refund(run, situation, plan, applied, plan.paid, reason, 'aftersale')
  if (random.chance(0.3))
    contact(run, situation, applied + random.real(3, 6) * dayMs, 'refund-progress', false)
  if (random.chance(0.14))
    contact(run, situation, applied + random.real(1, 8) * dayMs, 'return-freight', false)
}

function changeOfMind(run: Run, situation: Situation, plan: OrderPlan): Aftermath {
  const { random } = run
  const none: Aftermath = { fault: null, trouble: null, solved: true, refunded: 0 }
  if (situation.product.family === 'appliance' && random.chance(0.012)) {
    const at = plan.deliveredAt + random.real(3, 25) * dayMs
    return { ...none, trouble: 'repair', solved: contact(run, situation, at, 'repair', false) }
  }
  if (!random.chance(0.045)) return none
  const at = plan.deliveredAt + random.real(0.3, 5) * dayMs
  if (random.chance(0.7)) contact(run, situation, at, random.chance(0.75) ? 'return' : 'exchange', false)
  sendBack(run, situation, plan, at, random.pick(['七天无理由', '不喜欢/不想要', '拍错/多拍']))
  return { ...none, trouble: 'return', refunded: plan.paid }
}

function refund(
  run: Run,
  situation: Situation,
  plan: OrderPlan,
  at: number,
  amount: number,
  reason: string,
  phase: 'onsale' | 'aftersale',
): void {
  const { shop, buyer, product } = situation
  const record: RefundRecord = {
    kind: 'refunds',
    platform: shop.platform,
    shop: shop.name,
    buyer: buyer.account,
    refundId: `R${plan.id}`,
    orderId: plan.id,
    productId: product.id,
    productName: product.name,
    appliedAt: at,
    amount,
    status: run.window.end - at > 4 * dayMs ? '退款成功' : '处理中',
    reason,
    phase,
    platformAssist: phase === 'aftersale' && run.random.chance(0.04),
    province: buyer.province.name,
  }
  run.sink.add(sourceIndex('refunds', shop.index), at, record)
}

function recordOrder(run: Run, situation: Situation, plan: OrderPlan, aftermath: Aftermath): void {
  const { shop, buyer, product } = situation
  const record: OrderRecord = {
    kind: 'orders',
    platform: shop.platform,
    shop: shop.name,
    buyer: buyer.account,
    orderId: plan.id,
    lineId: `${plan.id}-1`,
    orderedAt: plan.orderedAt,
    status: statusOf(plan, aftermath, run.window.end),
    productId: product.id,
    productName: product.name,
    skuName: `${product.sku} 批次${plan.batch}`,
    quantity: plan.quantity,
    listAmount: plan.listed,
    paidAmount: plan.paidAt === null ? 0 : plan.paid,
    refundedAmount: aftermath.refunded,
    province: buyer.province.name,
  }
  if (plan.paidAt !== null) record.paidAt = plan.paidAt
  run.sink.add(sourceIndex('orders', shop.index), plan.orderedAt, record)
}

function statusOf(plan: OrderPlan, aftermath: Aftermath, now: number): NonNullable<OrderRecord['status']> {
  if (plan.paidAt === null || plan.paidAt >= now) return plan.paidAt === null ? 'closed' : 'created'
  if (aftermath.refunded > 0) return 'closed'
  if (plan.deliveredAt + 10 * dayMs < now) return 'completed'
  return plan.shippedAt < now ? 'shipped' : 'paid'
}
