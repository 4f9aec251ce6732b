import type { Situation } from '../dialogue/situation.ts'
import { hashOf } from '../random/random.ts'
import { badBatchShare, courierFails, planted } from '../truth/planted.ts'
import { dayMs, hourMs, minuteMs, phaseAt, type Window } from '../world/calendar.ts'
import type { Shop } from '../world/shops.ts'
import type { OrderPlan } from './order-plan.ts'
import type { Run } from './run.ts'

/** Usual share of parcels that stay somewhere for days. */
const stuckShare = 0.012

/** Platform-like order numbers; the sequence makes them unique. */
export function orderIdOf(shop: Shop, sequence: number, seed: number): string {
  const number = `${sequence}`.padStart(10, '0')
  const tail = `${hashOf(seed, sequence, 9) % 100_000}`.padStart(5, '0')
  switch (shop.platform) {
    case 'jd':
      return `31${number}`
    case 'pinduoduo':
      return `260100-${number}${tail}`
    case 'xiaohongshu':
      return `P72${number}${tail}1`
    case 'douyin':
      return `694${number}${tail}0`
    default:
      return `238${number}${tail}3`
  }
}

function batchOf(situation: Situation, time: number, window: Window): string {
  const { batches, id } = situation.product
  const { allergy } = planted
  if (id === allergy.product && situation.random.chance(badBatchShare(time, window))) return allergy.batch
  const regular = id === allergy.product ? batches.length - 1 : batches.length
  const age = Math.max(0, (time - window.start) / (window.end - window.start))
  return batches[Math.min(regular - 1, Math.floor(age * regular))] ?? ''
}

/** An order placed at `time` and its way to the buyer. */
export function placeOrder(run: Run, situation: Situation, time: number): OrderPlan {
  const { random, window } = run
  const { product, shop, buyer } = situation
  const phase = phaseAt(time, window)
  const quantity = random.chance(0.82) ? 1 : random.chance(0.8) ? 2 : 3
  const listed = product.price * quantity
  const reduced = Math.round(listed * (phase?.priceFactor ?? 1) * (quantity > 1 ? 0.95 : 1))
  const paidAt = random.chance(0.94) ? time + random.between(5, 900) * 1000 : null
  const rush = phase === null ? 1 : 1 + (phase.lift - 1) * 0.8
  const shippedAt = (paidAt ?? time) + Math.min(76, random.spread(15 * rush, 0.55)) * hourMs
  const courier = random.chance(0.66) ? (shop.couriers[0] as string) : random.pick(shop.couriers.slice(1))
  const failing = courierFails(courier, buyer.province.name, shippedAt, window)
  const stuck = random.chance(failing ? planted.courier.stuck : stuckShare)
  const travel = buyer.province.transit * random.real(0.8, 1.35) + (stuck ? random.real(4, 9) : 0)
  const sequence = run.orders++
  return {
    id: orderIdOf(shop, sequence, run.seed),
    orderedAt: time,
    paidAt,
    quantity,
    listed,
    paid: reduced - (reduced >= 299 && phase !== null ? 40 : 0),
    batch: batchOf(situation, shippedAt, window),
    courier,
    tracking: `${trackingPrefix(courier)}${7_000_000_000 + sequence * 7}`,
    shippedAt,
    deliveredAt: shippedAt + travel * dayMs + random.between(0, 300) * minuteMs,
    gift: phase?.gift ?? '',
    stuck,
  }
}

function trackingPrefix(courier: string): string {
  return courier.startsWith('迅')
    ? 'XL'
    : courier.startsWith('云')
      ? 'YY'
      : courier.startsWith('山')
        ? 'SQ'
        : 'BA'
}
