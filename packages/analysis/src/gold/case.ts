import type { Sentiment } from '@kesheng/contracts/facts/common'

/** A sentence of ours with what a careful reader finds in it. Absent fields are not judged. */
export interface GoldCase {
  text: string
  source: 'chat' | 'review'
  productName?: string
  sentiment?: Sentiment
  /** Complete list of `aspectId:polarity`; a doubled mention counts once. */
  opinions?: readonly string[]
  /** Intents that must be found (others may be). */
  intents?: readonly string[]
  /** Scene that must be found (others may be). */
  scene?: string
}
