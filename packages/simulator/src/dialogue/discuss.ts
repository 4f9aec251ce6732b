import { agentPhrases } from '../phrases/agent.ts'
import { buyerPhrases } from '../phrases/buyer.ts'
import type { Scene } from '../scenes/scene.ts'
import type { Bank } from '../text/bank.ts'
import { expand } from '../text/grammar.ts'
import { presaleExchanges } from '../scenes/shared.ts'
import { rudeChance } from '../truth/planted.ts'
import { waitForMorning } from './opening.ts'
import type { Session } from './session.ts'

export interface DiscussOptions {
  readonly first: boolean
  /** Nobody on duty when it begins. */
  readonly unattended: boolean
  readonly loyal: boolean
  readonly maxFollowUps: number
}

/** Notes what a scene means for the conversation's truth. */
function note(session: Session, scene: Scene): void {
  session.scenes.push(scene.path)
  for (const intent of scene.intents) session.intents.add(intent)
  for (const opinion of scene.opinions) session.opinions.add(opinion)
  if (scene.mood !== 0) session.feel(scene.mood)
}

/** The buyer asks, the agent finds out and answers, the buyer asks on. False when nobody ever answered. */
export function discuss(session: Session, scene: Scene, options: DiscussOptions): boolean {
  const { random } = session
  note(session, scene)
  session.buyer(scene.ask, prefixOf(session, scene, options))
  if (scene.mood < 0 && random.chance(0.25)) session.buyerSends('image')
  if (random.chance(0.012)) misfire(session)
  if (options.unattended && !waitForMorning(session)) return false
  if (!options.unattended) {
    if (options.first && random.chance(0.06)) session.machine(agentPhrases.machine.busy, 'agent')
    session.awaitAgent()
  }
  if (options.first && random.chance(0.7)) greet(session, scene)
  if (turnsRude(session)) return true
  probe(session, scene)
  session.agent(scene.answer)
  if (random.chance(0.2)) session.agent(scene.stage === 'presale' ? agentPhrases.coda : agentPhrases.care)
  followUps(session, scene, options.maxFollowUps)
  return true
}

/** A message that was not meant for this shop, taken back. */
function misfire(session: Session): void {
  session.buyerRecalls()
  if (session.random.chance(0.5)) session.buyer(buyerPhrases.oops)
}

function greet(session: Session, scene: Scene): void {
  const { style } = session.situation.agent
  const selling = scene.stage === 'presale' || style === 'curt'
  session.agent(selling ? agentPhrases.greet[style] : agentPhrases.greetSupport)
}

/** Words before the question: what led to it, which order, or that it is one more question. */
function prefixOf(session: Session, scene: Scene, options: DiscussOptions): string {
  const { random, situation } = session
  if (random.chance(options.first ? 0.68 : 0.4)) return ''
  const line = random.pick(prefixBank(scene, options)).lines[0]
  return line === undefined ? '' : expand(line.punctuated, situation, random)
}

function prefixBank(scene: Scene, options: DiscussOptions): Bank {
  if (!options.first) return buyerPhrases.followUp
  if (options.loyal) return buyerPhrases.loyal
  if (scene.stage === 'presale') return buyerPhrases.context
  return scene.stage === 'insale' ? buyerPhrases.way : buyerPhrases.case
}

function probe(session: Session, scene: Scene): void {
  const { random } = session
  if (scene.probe.length === 0 || random.chance(0.4)) {
    if (random.chance(0.12)) session.agent(agentPhrases.hold)
    return
  }
  const shared = random.chance(0.3) ? random.pick(scene.probes) : undefined
  session.agent(shared?.ask ?? scene.probe)
  const detail = shared?.answer ?? scene.detail
  if (detail.length === 0) return
  if (scene.mood < 0 && random.chance(0.35)) session.buyerSends('image')
  session.buyer(detail)
  session.awaitAgent()
}

/** Further questions: mostly of the scene, now and then one that fits any product. */
function followUps(session: Session, scene: Scene, most: number): void {
  const { random } = session
  const from = random.below(Math.max(1, scene.follow.length))
  for (let i = 0; i < most; i++) {
    if (random.chance(0.55)) return
    const general = scene.stage === 'presale' && (i >= scene.follow.length || random.chance(0.25))
    const exchange = general ? random.pick(presaleExchanges) : scene.follow[(from + i) % scene.follow.length]
    if (exchange === undefined) return
    session.buyer(exchange.ask)
    session.awaitAgent()
    session.agent(exchange.answer)
  }
}

/** Some agents, at some hours, answer rudely instead; the buyer does not take it kindly. */
export function turnsRude(session: Session): boolean {
  const { random, situation, window } = session
  if (session.rude || !random.chance(rudeChance(situation.agent, session.clock, window))) return false
  session.rude = true
  session.opinions.add('客服态度差')
  session.intents.add('投诉')
  session.agent(agentPhrases.rude)
  session.feel(-2)
  session.buyer(buyerPhrases.rudeReply)
  if (random.chance(0.5)) {
    session.awaitAgent()
    session.agent(agentPhrases.rude)
    session.buyer(random.chance(0.5) ? buyerPhrases.threaten : buyerPhrases.angry)
    session.feel(-0.5)
  }
  return true
}
