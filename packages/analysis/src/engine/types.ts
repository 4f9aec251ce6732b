import type { DecidedBy, MessageKind, Role, Sentiment, Stage } from '@kesheng/contracts/facts/common'

/** What an opinion is about, coarsest cut. */
export type Dimension = 'product' | 'service' | 'logistics' | 'aftersales' | 'activity'

/** The words that decided. Offsets are UTF-16 units of the given text, end exclusive; `quote` is that slice. */
export interface Evidence {
  start: number
  end: number
  quote: string
  /** 0 … 1. */
  confidence: number
  decidedBy: DecidedBy
  /** Pack or model with its version, e.g. `base@1`. */
  decider: string
}

/** One intent or scene found in a text. */
export interface TagHit extends Evidence {
  /** Chinese name from the pack; scenes are `L1/L2`. */
  tagId: string
}

/** One mention of a three-level opinion. */
export interface OpinionHit extends Evidence {
  aspectId: string
  dimension: Dimension
  /** Department that can act on it, from the pack. */
  department: string
  level1: string
  level2: string
  level3: string
  polarity: -1 | 0 | 1
  /** 1 mild … 3 strong. */
  strength: 1 | 2 | 3
}

export interface TextInput {
  text: string
  role: Role
  /** Gates category packs; guessed from the text when absent. */
  productName?: string
  source: 'chat' | 'review' | 'survey'
}

export interface TextAnalysis {
  sentiment: Sentiment
  /** −1 … 1. */
  sentimentScore: number
  /** 0 … 1, how sure the decision is. */
  sentimentConfidence: number
  sentimentDecider: string
  intents: TagHit[]
  opinions: OpinionHit[]
}

export interface MessageInput {
  role: Role
  /** Auto reply, welcome text or bot. */
  automatic: boolean
  kind: MessageKind
  text: string
}

export interface ConversationInput {
  messages: MessageInput[]
  productName?: string
}

export type MessageAnalysis = TextAnalysis & { stage: Stage }

export type PurchaseIntent = 'high' | 'hesitating' | 'lost' | ''

export interface ConversationAnalysis {
  /** Same length and order as the input. Agents, bots and system messages carry no opinions. */
  messages: MessageAnalysis[]
  sentiment: Sentiment
  /** Weighted mean of the buyer's messages, −1 … 1. */
  sentimentScore: number
  /** Mean of the first and of the last third of the buyer's messages. */
  sentimentOpening: number
  sentimentClosing: number
  scenes: (TagHit & { messageIndex: number })[]
  /** Main scene `L1/L2`, '' when none was recognised. */
  scene: string
  stage: Stage
  /** Distinct intents in order of first appearance. */
  intents: string[]
  purchaseIntent: PurchaseIntent
}

/** Pure and synchronous; holds no state between calls. One per thread. */
export interface Analyzer {
  /** Changes whenever a model or pack changes, so facts tell which analysis made them. */
  id: string
  analyzeText(input: TextInput): TextAnalysis
  analyzeConversation(input: ConversationInput): ConversationAnalysis
}
