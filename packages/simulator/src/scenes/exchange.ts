import type { Bank } from '../text/bank.ts'

/** A question that may come after an answer, and what the agent says to it. */
export interface Exchange {
  readonly ask: Bank
  readonly answer: Bank
}
