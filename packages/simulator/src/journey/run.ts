import type { Sentiment, Stage } from '@kesheng/contracts/facts/common'
import { Random } from '../random/random.ts'
import type { Session } from '../dialogue/session.ts'
import type { Window } from '../world/calendar.ts'
import { shops } from '../world/shops.ts'
import { packSceneOf } from '../truth/pack-scenes.ts'
import type { Sink } from './sink.ts'

/** What is known about one conversation because it was written on purpose. */
export interface ConversationTruth {
  readonly sessionId: string
  readonly shop: string
  readonly agent: string
  readonly productId: string
  readonly batch: string
  readonly startedAt: number
  readonly stage: Stage
  /** Main scene as the base pack names it, `L1/L2`. */
  readonly scene: string
  /** The simulator's own, finer scenes in order of appearance; the first is the main one. */
  readonly scenes: readonly string[]
  readonly sentiment: Sentiment
  readonly intents: readonly string[]
  /** Level-3 opinions stated by the buyer, all negative. */
  readonly opinions: readonly string[]
  readonly rude: boolean
  readonly served: boolean
  /** Pre-sale conversations: an order followed. */
  readonly converted: boolean
  readonly solved: boolean
  /** bought | price | slow | doubt | rude | unanswered | hesitating; '' outside pre-sale. */
  readonly outcome: string
}

/** The state of one generation: everything that is counted or drawn. */
export interface Run {
  readonly seed: number
  readonly random: Random
  readonly window: Window
  readonly sink: Sink
  /** Buyers met so far, by shop. */
  readonly buyers: number[]
  sessions: number
  orders: number
  readonly onConversation: ((truth: ConversationTruth) => void) | null
}

export function startRun(
  seed: number,
  window: Window,
  sink: Sink,
  onConversation: Run['onConversation'],
): Run {
  return {
    seed,
    random: new Random(seed),
    window,
    sink,
    buyers: shops.map(() => 0),
    sessions: 0,
    orders: 0,
    onConversation,
  }
}

export interface ConversationOutcome {
  readonly stage: Stage
  readonly converted: boolean
  readonly solved: boolean
  readonly outcome: string
}

/** Files a finished conversation; nothing when it lies outside the window. */
export function file(run: Run, session: Session, outcome: ConversationOutcome): boolean {
  const kept = run.sink.conversation(session)
  if (!kept) return false
  run.onConversation?.({
    sessionId: session.id,
    shop: session.situation.shop.name,
    agent: session.served ? session.situation.agent.name : '',
    productId: session.situation.product.id,
    batch: session.situation.order?.batch ?? '',
    startedAt: session.records[0]?.sentAt ?? session.clock,
    scene: packSceneOf(session.scenes[0] ?? ''),
    scenes: session.scenes,
    sentiment: sentimentOf(session),
    intents: [...session.intents],
    opinions: [...session.opinions],
    rude: session.rude,
    served: session.served,
    ...outcome,
  })
  return true
}

/** Anger colours the whole conversation; joy needs to be there at the end. */
function sentimentOf(session: Session): Sentiment {
  if (session.lowestMood <= -1.4 || session.mood <= -0.9) return 'negative'
  return session.mood >= 0.9 ? 'positive' : 'neutral'
}
