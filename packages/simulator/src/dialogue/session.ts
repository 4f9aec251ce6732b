import type { MessageKind, Role } from '@kesheng/contracts/facts/common'
import type { ChatRecord } from '@kesheng/contracts/intake/records'
import type { Random } from '../random/random.ts'
import { choose, type Bank } from '../text/bank.ts'
import { expand, type Line } from '../text/grammar.ts'
import { hourOf, hourWeights, type Window } from '../world/calendar.ts'
import { lunchFactor } from '../truth/planted.ts'
import { buyerPhrases } from '../phrases/buyer.ts'
import type { Situation } from './situation.ts'
import { agentTail, buyerTail, slip } from './typing.ts'

/** Seconds after which a waiting buyer may write again. */
const patience = 75

/** One conversation while it is being written. Times only grow. */
export class Session {
  readonly records: ChatRecord[] = []
  readonly id: string
  readonly situation: Situation
  readonly random: Random
  readonly window: Window
  /** Epoch ms of the last message. */
  clock: number
  /** −3 furious … 3 delighted. */
  mood = 0
  lowestMood = 0
  rude = false
  served = false
  /** Waits of answered rounds, seconds. */
  longestWait = 0
  readonly scenes: string[] = []
  readonly opinions = new Set<string>()
  readonly intents = new Set<string>()

  constructor(id: string, situation: Situation, window: Window) {
    this.id = id
    this.situation = situation
    this.random = situation.random
    this.window = window
    this.clock = situation.time
  }

  feel(change: number): void {
    const { temper } = this.situation.buyer
    this.mood = Math.max(-3, Math.min(3, this.mood + (change < 0 ? change * temper : change)))
    if (this.mood < this.lowestMood) this.lowestMood = this.mood
  }

  /** The buyer says one phrase, as one or several messages. */
  buyer(bank: Bank, prefix = ''): void {
    const { random, situation } = this
    let lead = prefix
    for (const line of choose(bank, situation.product, random).lines) {
      this.#buyerLine(line, lead)
      lead = ''
    }
    situation.time = this.clock
  }

  #buyerLine(line: Line, lead: string): void {
    const { random, situation } = this
    const { buyer } = situation
    const loose = buyer.punctuation === 0
    let text = lead === '' && random.chance(0.22) ? this.#filler() : lead
    text += expand(loose ? line.loose : line.punctuated, situation, random)
    text += buyerTail(buyer, text, line.question, random)
    if (random.chance(buyer.slips)) text = slip(text, random)
    const cut = buyer.bursts && text.length > 12 ? text.indexOf(loose ? ' ' : '，', 2) : -1
    if (cut > 0 && cut < text.length - 2 && random.chance(0.6)) {
      this.#advance(this.#typing(cut))
      this.push('buyer', 'text', text.slice(0, cut), false)
      text = text.slice(cut + 1)
    }
    this.#advance(this.#typing(text.length))
    this.push('buyer', 'text', text, false)
  }

  #filler(): string {
    const { buyer } = this.situation
    if (buyer.filler === '') return ''
    return buyer.filler + (buyer.punctuation === 0 ? ' ' : '，')
  }

  /** The buyer sends a picture or a product card. */
  buyerSends(kind: 'image' | 'card'): void {
    this.#advance(this.random.between(3, 12))
    this.push('buyer', kind, kind === 'image' ? '[图片]' : `[商品卡片] ${this.situation.product.name}`, false)
  }

  /** The buyer takes the last message back. */
  buyerRecalls(): void {
    this.#advance(this.random.between(2, 6))
    this.push('buyer', 'recall', '撤回了一条消息', false)
  }

  /** The agent says one phrase; the first in a round comes after the buyer has waited. */
  agent(bank: Bank): void {
    const { random, situation } = this
    const { style } = situation.agent
    for (const line of choose(bank, situation.product, random).lines) {
      const text = expand(line.punctuated, situation, random) + agentTail(style, line.question, random)
      this.#advance(3 + text.length * 0.18 + random.unit() * 6)
      this.push('agent', 'text', text, false)
    }
    situation.time = this.clock
    this.served = true
  }

  agentSends(kind: 'image' | 'card', text: string): void {
    this.#advance(this.random.between(3, 10))
    this.push('agent', kind, text, false)
  }

  machine(bank: Bank, role: 'bot' | 'agent'): void {
    const line = this.random.pick(bank).lines[0]
    if (line === undefined) return
    this.#advance(1)
    this.push(role, 'text', expand(line.punctuated, this.situation, this.random), true)
  }

  system(text: string): void {
    this.#advance(1)
    this.push('system', 'event', text, true)
  }

  /** Lets the agent's reaction time pass; a buyer who waits too long asks again. */
  awaitAgent(): void {
    const delay = this.#delay()
    const { random } = this
    const arrival = this.clock + delay * 1000
    let waited = random.between(patience - 25, patience + 45)
    for (let asked = 0; asked < 2 && waited < delay - 8 && random.chance(0.7); asked++) {
      this.clock = Math.max(this.clock, arrival - (delay - waited) * 1000)
      this.feel(-0.35)
      const impatient = this.mood < -1.4
      this.buyer(impatient ? buyerPhrases.waitAngry : buyerPhrases.wait)
      waited += random.between(60, 240)
    }
    if (delay > this.longestWait) this.longestWait = delay
    this.clock = Math.max(arrival, this.clock + 1500)
  }

  #delay(): number {
    const { agent, shop, phase } = this.situation
    const hour = hourOf(this.clock, this.window)
    const load = 0.55 + (hourWeights[hour] ?? 4) / 10 + (phase === null ? 0 : (phase.lift - 1) * 0.5)
    return Math.max(3, this.random.spread(agent.speed * load * lunchFactor(shop.index, hour), 0.75))
  }

  #typing(length: number): number {
    return 2 + length * 0.3 + this.random.unit() * 8
  }

  /** Seconds pass. */
  #advance(seconds: number): void {
    this.clock += Math.round(seconds * 1000)
  }

  push(role: Role, messageKind: MessageKind, text: string, automatic: boolean): void {
    const { shop, buyer, product, agent, order } = this.situation
    const ordinal = this.records.length
    const record: ChatRecord = {
      kind: 'chats',
      platform: shop.platform,
      shop: shop.name,
      buyer: buyer.account,
      channel: shop.channel,
      sessionId: this.id,
      messageId: `${this.id}-${ordinal}`,
      role,
      messageKind,
      text,
      sentAt: this.clock,
      ordinal,
      productId: product.id,
      productName: product.name,
      automatic,
    }
    if (role === 'agent') record.agent = agent.name
    if (order !== null) record.orderId = order.id
    this.records.push(record)
  }
}
