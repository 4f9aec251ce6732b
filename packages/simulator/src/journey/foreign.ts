import type { Situation } from '../dialogue/situation.ts'
import { boasts } from '../phrases/boasts.ts'
import { faultReviews, praise, praisedFacts, reviewPhrases } from '../phrases/reviews.ts'
import { hashOf } from '../random/random.ts'
import { say } from '../text/bank.ts'
import { agents, type Agent } from '../world/agents.ts'
import { buyerOf } from '../world/buyer.ts'
import { dayMs } from '../world/calendar.ts'
import type { FaultKey, Product } from '../world/product.ts'
import { products } from '../world/products.ts'
import { shops, type Shop } from '../world/shops.ts'
import type { Run } from './run.ts'
import { foreignIndex, foreignShops } from './sink.ts'

const brands = ['朔棠', '禾砚', '澄岫'] as const

/** Public reviews of a competitor and of the category: one for about 900 messages. */
export function foreignReviews(run: Run, day: number, messages: number): void {
  const { random, window } = run
  const expected = messages / window.days / 900
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
  for (let i = 0; i < count; i++) foreignReview(run, random.chance(0.6) ? 0 : 1, day)
}

function foreignReview(run: Run, which: 0 | 1, day: number): void {
  const { random, window, seed } = run
  const product = random.pick(products)
  const brand = which === 0 ? brands[0] : random.pick(brands)
  const time = window.start + day * dayMs + random.below(dayMs)
  const shop = shops[0] as Shop
  const buyer = buyerOf(seed + 1, shop, random.below(1_000_000))
  const agent = agents[0] as Agent
  const situation: Situation = {
    random,
    shop,
    buyer,
    product,
    agent,
    order: null,
    phase: null,
    time,
  }
  const bad = random.chance(0.3)
  const name = product.name.replace('青屿', brand)
  run.sink.add(foreignIndex(which), time, {
    kind: 'reviews',
    platform: foreignShops[which].platform,
    shop: foreignShops[which].name,
    buyer: `${buyer.account.slice(0, 1)}**${buyer.account.slice(-1)}`,
    productId: `${which === 0 ? 'ST' : 'TL'}-${product.id}-${brand}`,
    productName: name,
    reviewId: `F${hashOf(time, random.next())}`,
    reviewedAt: time,
    score: bad ? random.between(1, 3) : random.between(4, 5),
    text: bad ? complaintOf(situation, product) : praiseOf(situation, product),
  })
}

function complaintOf(situation: Situation, product: Product): string {
  const { random } = situation
  const faults = Object.keys(product.faults) as FaultKey[]
  return say(faultReviews[random.pick(faults)], situation, random)
}

function praiseOf(situation: Situation, product: Product): string {
  const { random } = situation
  const bank = random.chance(0.6) ? boasts[product.id] : praise[random.pick(praisedFacts(product))]
  const good = say(reviewPhrases.good, situation, random)
  return bank === undefined ? good : `${good}，${say(bank, situation, random)}`
}
