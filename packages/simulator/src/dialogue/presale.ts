import { agentPhrases } from '../phrases/agent.ts'
import { buyerPhrases } from '../phrases/buyer.ts'
import { presaleChoice, sceneOf } from '../scenes/catalogue.ts'
import type { Scene } from '../scenes/scene.ts'
import { couponFails, instalmentShare, pageContradicted, pageDenied, planted } from '../truth/planted.ts'
import { discuss } from './discuss.ts'
import { agentOnDuty, open } from './opening.ts'
import type { Session } from './session.ts'

export interface PresaleResult {
  /** The buyer said they would buy, or left it open and will. */
  readonly buys: boolean
  /** Epoch ms at which the buyer ordered, when that was during the conversation. */
  readonly orderedAt: number | null
  readonly reason: 'bought' | 'price' | 'slow' | 'doubt' | 'rude' | 'unanswered' | 'hesitating'
}

/** A conversation before buying. `bound` buyers have made up their mind and only ask. */
export function presale(session: Session, bound: boolean): PresaleResult {
  const { situation, random } = session
  const agent = agentOnDuty(session, session.clock)
  if (agent !== null) situation.agent = agent
  const topics = topicsOf(session)
  open(session, random.chance(0.3), agent !== null)
  for (let i = 0; i < topics.length; i++) {
    const answered = discuss(session, topics[i] as Scene, {
      first: i === 0,
      unattended: agent === null && i === 0,
      loyal: situation.buyer.loyal && bound,
      maxFollowUps: 2,
    })
    if (!answered) return { buys: bound && random.chance(0.5), reason: 'unanswered', orderedAt: null }
    if (session.rude) return leave('rude')
    settle(session, topics[i] as Scene)
    if (i < topics.length - 1 && random.chance(0.35)) session.buyer(buyerPhrases.ack)
  }
  return decide(session, bound)
}

/** One to three questions: what the season suggests first, then what people usually ask. */
function topicsOf(session: Session): Scene[] {
  const { random, situation, window, clock } = session
  const { product, shop, phase } = situation
  const topics: Scene[] = []
  if (couponFails(shop.index, phase) && random.chance(planted.coupon.share))
    topics.push(sceneOf('coupon-failure'))
  if (phase?.gift === planted.gift.unwanted && random.chance(0.07)) topics.push(sceneOf('gift-unwanted'))
  if (random.chance(instalmentShare(clock, window))) topics.push(sceneOf('instalment'))
  if (pageContradicted(product.id, clock, window) && random.chance(0.12))
    topics.push(sceneOf(pageDenied(shop.index) ? 'page-denied' : 'page-confirmed'))
  const choice = presaleChoice(product, shop, phase !== null)
  const count = random.chance(0.5) ? 1 : random.chance(0.65) ? 2 : 3
  for (let tries = 0; topics.length < count && tries < 8; tries++) {
    const topic = choice.scenes[random.weighted(choice.sums)]
    if (topic !== undefined && !topics.some((known) => clash(known, topic))) topics.push(topic)
  }
  return topics
}

/** The same question twice, or a recommendation after the product was just ruled out for a pregnant buyer. */
function clash(known: Scene, topic: Scene): boolean {
  return known.path === topic.path || (known.id === 'pregnant' && topic.id === 'choice')
}

/** A problem before buying (a dead coupon, an unwanted gift) may need a second attempt. */
function settle(session: Session, scene: Scene): void {
  const { random, situation } = session
  if (scene.push.length === 0) return
  if (random.chance(situation.agent.skill * 0.5)) return
  session.buyer(scene.push)
  session.feel(-0.5)
  session.awaitAgent()
  session.agent(scene.fix)
  session.feel(random.chance(situation.agent.skill) ? 0.8 : -0.4)
}

/** How likely a buyer is to buy after this service: skill, waiting and price are what counts. */
function conversionChance(session: Session): number {
  const { agent, phase } = session.situation
  const waiting = session.longestWait < 45 ? 1.15 : session.longestWait < 180 ? 0.95 : 0.55
  const season = phase === null ? 1 : 1 + (1 - phase.priceFactor) * 1.3
  const feeling = session.mood < -1 ? 0.45 : session.mood < 0 ? 0.8 : 1
  return Math.min(0.92, (0.12 + agent.skill * 0.36) * waiting * season * feeling)
}

function decide(session: Session, bound: boolean): PresaleResult {
  const { random, situation } = session
  const { agent } = situation
  const closes = random.chance(0.2 + agent.skill * 0.6 + (agent.style === 'pushy' ? 0.15 : 0))
  if (closes) {
    if (random.chance(0.4)) session.buyer(buyerPhrases.ack)
    session.agent(agentPhrases.closing[agent.style])
  }
  const buys = bound || random.chance(conversionChance(session) * (closes ? 1.06 : 0.94))
  if (buys) return bought(session)
  return lost(session)
}

function bought(session: Session): PresaleResult {
  const { random, situation } = session
  session.intents.add('购买意向')
  let orderedAt: number | null = null
  if (random.chance(0.62)) {
    orderedAt = session.clock
    session.buyer(buyerPhrases.buy)
    session.awaitAgent()
    session.agent(agentPhrases.confirm)
    session.feel(0.5)
    if (random.chance(0.5)) thank(session)
  } else {
    session.buyer(random.chance(0.6) ? buyerPhrases.thanks : buyerPhrases.ack)
    session.feel(0.3)
  }
  if (random.chance(0.3)) session.agent(agentPhrases.farewell[situation.agent.style])
  return { buys: true, reason: 'bought', orderedAt }
}

function thank(session: Session): void {
  const { random, situation } = session
  if (session.mood < 0 || !random.chance(0.16 * (1 + situation.agent.skill))) {
    session.buyer(buyerPhrases.thanks)
    return
  }
  session.buyer(buyerPhrases.praise)
  session.feel(0.8)
}

function leave(reason: PresaleResult['reason']): PresaleResult {
  return { buys: false, reason, orderedAt: null }
}

function lost(session: Session): PresaleResult {
  const { random, situation } = session
  const slow = session.longestWait > 180 && random.chance(0.7)
  const dear = session.opinions.has('价格偏高') || random.chance(0.22)
  if (slow) {
    session.buyer(buyerPhrases.lostSlow)
    session.opinions.add('回复慢')
    session.feel(-1)
    return leave('slow')
  }
  if (dear) {
    session.buyer(buyerPhrases.lostPrice)
    session.opinions.add('价格偏高')
    session.feel(-0.4)
    return leave('price')
  }
  if (random.chance(0.3)) {
    session.buyer(buyerPhrases.lostDoubt)
    return leave('doubt')
  }
  if (random.chance(0.8)) session.buyer(random.chance(0.7) ? buyerPhrases.hesitate : buyerPhrases.ack)
  if (random.chance(situation.agent.skill * 0.35)) {
    session.clock += random.between(20, 150) * 60_000
    session.agent(agentPhrases.nudge)
  }
  return leave('hesitating')
}
