import { presale } from '../dialogue/presale.ts'
import { Session } from '../dialogue/session.ts'
import type { Situation } from '../dialogue/situation.ts'
import { cumulate } from '../random/random.ts'
import { buyerOf } from '../world/buyer.ts'
import { dayMs, hourMs, hourWeights, minuteMs, phaseAt } from '../world/calendar.ts'
import { products } from '../world/products.ts'
import { shops, type Shop } from '../world/shops.ts'
import type { Product } from '../world/product.ts'
import { afterOrder } from './after-order.ts'
import { sessionId, someAgent } from './contact.ts'
import { placeOrder } from './ordering.ts'
import { afterConversation } from './quality.ts'
import { file, type Run } from './run.ts'

const shopSums = cumulate(shops.map((shop) => shop.weight))
const productSums = cumulate(products.map((product) => product.weight))
const hourSums = cumulate(hourWeights)
/** Journeys of somebody the shop has met before. */
const returningShare = 0.36
/** Journeys that begin with a question; the others buy in silence. */
const askingShare = 0.62
/** Silent journeys that end in an order (they begin when the buyer has decided). */
const silentOrders = 0.96

/** One buyer's way from a first question (or a silent order) to a review, all at once. */
export function travel(run: Run, day: number): void {
  const { random, window } = run
  const hour = random.weighted(hourSums)
  const time = window.start + day * dayMs + hour * hourMs + random.below(60 * 60) * 1000
  const shop = shops[random.weighted(shopSums)] as Shop
  const seen = run.buyers[shop.index] ?? 0
  const returning = seen > 20 && random.chance(returningShare)
  const number = returning ? random.below(seen) : seen
  if (!returning) run.buyers[shop.index] = seen + 1
  const buyer = buyerOf(run.seed, shop, number)
  const situation: Situation = {
    random,
    shop,
    buyer,
    product: products[random.weighted(productSums)] as Product,
    agent: someAgent(run, shop, time),
    order: null,
    phase: phaseAt(time, window),
    time,
  }
  const bound = buyer.loyal && !returning
  if (random.chance(askingShare)) ask(run, situation, bound, returning)
  else if (bound || random.chance(silentOrders)) order(run, situation, time)
}

function ask(run: Run, situation: Situation, bound: boolean, returning: boolean): void {
  const { random } = run
  const session = new Session(sessionId(run), situation, run.window)
  const result = presale(session, bound || (returning && situation.buyer.loyal && random.chance(0.6)))
  const buys = result.buys
  file(run, session, { stage: 'presale', converted: buys, solved: buys, outcome: result.reason })
  afterConversation(run, session)
  if (!buys) return
  const late = random.chance(0.5) ? random.between(1, 40) * minuteMs : random.real(2, 40) * hourMs
  order(run, { ...situation, time: session.clock }, result.orderedAt ?? session.clock + late)
}

function order(run: Run, situation: Situation, time: number): void {
  const plan = placeOrder(run, situation, time)
  afterOrder(run, { ...situation, time, order: plan, phase: phaseAt(time, run.window) }, plan)
}
