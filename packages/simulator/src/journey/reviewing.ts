import type { ReviewRecord } from '@kesheng/contracts/intake/records'
import type { Situation } from '../dialogue/situation.ts'
import { boasts } from '../phrases/boasts.ts'
import { faultReviews, praise, praisedFacts, reviewPhrases } from '../phrases/reviews.ts'
import { say, type Bank } from '../text/bank.ts'
import { planted } from '../truth/planted.ts'
import { dayMs } from '../world/calendar.ts'
import type { Aftermath } from './after-order.ts'
import type { OrderPlan } from './order-plan.ts'
import type { Run } from './run.ts'
import { sourceIndex } from './sink.ts'

/** Clauses of a review and the stars they add up to. */
interface Draft {
  readonly clauses: string[]
  stars: number
}

/** Perhaps a review: what went well and wrong with exactly this order. */
export function review(run: Run, situation: Situation, plan: OrderPlan, aftermath: Aftermath): void {
  const { random } = run
  const unhappy = aftermath.fault !== null || plan.stuck || !aftermath.solved
  if (!random.chance(unhappy ? 0.42 : 0.24)) return
  const at = plan.deliveredAt + random.real(1, 13) * dayMs
  const now = { ...situation, time: at }
  const draft = random.chance(0.09) && !unhappy ? silent(run, now) : write(run, now, plan, aftermath)
  const record: ReviewRecord = {
    kind: 'reviews',
    platform: situation.shop.platform,
    shop: situation.shop.name,
    buyer: situation.buyer.account,
    orderId: plan.id,
    productId: situation.product.id,
    productName: situation.product.name,
    reviewId: `V${plan.id}`,
    reviewedAt: at,
    score: draft.stars,
    rating: draft.stars >= 4 ? 'good' : draft.stars === 3 ? 'neutral' : 'bad',
    text: draft.clauses.join(situation.buyer.punctuation === 0 ? ' ' : '，'),
    skuName: `${situation.product.sku} 批次${plan.batch}`,
    imageCount: random.chance(0.25) ? random.between(1, 5) : 0,
  }
  append(run, now, record, at, unhappy)
  reply(run, now, record, at)
  run.sink.add(sourceIndex('reviews', situation.shop.index), at, record)
}

function silent(run: Run, situation: Situation): Draft {
  return { clauses: [say(reviewPhrases.empty, situation, run.random)], stars: 5 }
}

function write(run: Run, situation: Situation, plan: OrderPlan, aftermath: Aftermath): Draft {
  const { random } = run
  const draft: Draft = { clauses: [], stars: 5 }
  const add = (bank: Bank, stars: number) => {
    const clause = say(bank, situation, random)
    if (clause !== '') draft.clauses.push(clause)
    draft.stars -= stars
  }
  add(situation.buyer.loyal && random.chance(0.6) ? reviewPhrases.loyal : reviewPhrases.open, 0)
  if (aftermath.fault === null) {
    praiseProduct(situation, add)
  } else {
    add(faultReviews[aftermath.fault], aftermath.fault === 'allergy' ? 4 : random.between(2, 3))
    if (!aftermath.solved && random.chance(0.5)) add(reviewPhrases.badService, 1)
    if (aftermath.solved && random.chance(0.3)) add(reviewPhrases.goodService, -1)
  }
  logistics(run, plan, add)
  gift(run, plan, add)
  if (random.chance(0.03)) add(reviewPhrases.badPrice, 1)
  draft.stars = Math.max(1, Math.min(5, draft.stars))
  return draft
}

type Add = (bank: Bank, stars: number) => void

function praiseProduct(situation: Situation, add: Add): void {
  const { random, product } = situation
  if (random.chance(0.1)) {
    add(reviewPhrases.plain, random.between(1, 2))
    return
  }
  add(reviewPhrases.good, 0)
  const own = boasts[product.id]
  if (own !== undefined && random.chance(0.7)) add(own, 0)
  const known = praisedFacts(product)
  const key = known[random.below(known.length)]
  const bank = key === undefined ? undefined : praise[key]
  if (bank !== undefined && random.chance(0.35)) add(bank, 0)
}

function logistics(run: Run, plan: OrderPlan, add: Add): void {
  const { random } = run
  const days = (plan.deliveredAt - plan.shippedAt) / dayMs
  if (plan.stuck && random.chance(0.75)) add(reviewPhrases.slowLogistics, 2)
  else if (days < 2 && random.chance(0.3)) add(reviewPhrases.fastLogistics, 0)
}

function gift(run: Run, plan: OrderPlan, add: Add): void {
  const { random } = run
  if (plan.gift === '') return
  const { unwanted, dislikes, likes } = planted.gift
  if (plan.gift === unwanted ? random.chance(dislikes) : false) add(reviewPhrases.badGift, 1)
  else if (plan.gift !== unwanted && random.chance(likes)) add(reviewPhrases.goodGift, 0)
}

function append(run: Run, situation: Situation, record: ReviewRecord, at: number, unhappy: boolean): void {
  const { random } = run
  if (!random.chance(unhappy ? 0.16 : 0.08)) return
  const later = at + random.real(9, 35) * dayMs
  if (later >= run.window.end) return
  record.appendText = say(unhappy ? reviewPhrases.appendBad : reviewPhrases.appendGood, situation, random)
  record.appendedAt = later
}

function reply(run: Run, situation: Situation, record: ReviewRecord, at: number): void {
  const { random } = run
  const bad = record.rating !== 'good'
  if (!random.chance(bad ? 0.55 : 0.12)) return
  const later = at + random.real(0.1, 3) * dayMs
  if (later >= run.window.end) return
  record.reply = say(bad ? reviewPhrases.replyBad : reviewPhrases.replyGood, situation, random)
  record.repliedAt = later
}
