import type { ClauseWords, OpinionWord } from '../opinions/clause-words.ts'
import type { Finding } from '../opinions/extract.ts'
import { modifiersBefore } from '../opinions/modifiers.ts'
import type { Stance } from '../opinions/stance.ts'

/** Evaluative words of a text: sums of strengths, by sign. */
export interface Evidence {
  positive: number
  negative: number
}

export interface EvidenceInput {
  clauses: readonly ClauseWords[]
  stances: readonly Stance[]
  opinions: readonly Finding[]
  /** Aspects whose blame is haggling in a chat (太贵了). */
  haggling: (aspect: number) => boolean
  chat: boolean
}

/** A complaint dressed as a question (怎么还没) weighs like a mild negative word. */
const rhetoricalWeight = 1.5
/** 太贵了 in a chat asks for a better price more than it complains. */
const hagglingWeight = 0.3
/** Praise or blame of nothing that is named. */
const unboundWeight = 0.7

function add(evidence: Evidence, value: number): void {
  if (value > 0) evidence.positive += value
  else evidence.negative -= value
}

/** In a chat 好 and 可以 with no aspect and no degree word are answers. */
function answers(words: ClauseWords, word: OpinionWord, degree: number): boolean {
  const listed = words.roles.some(
    ({ role, start, end }) => role === 'acknowledgement' && start === word.start && end === word.end,
  )
  return listed && degree <= 0
}

/** Generic praise and blame that became no opinion. */
function addUnbound(evidence: Evidence, words: ClauseWords, { opinions, chat }: EvidenceInput): void {
  for (const word of words.opinions) {
    const reading = word.readings.find((known) => known.aspect === -1)
    if (reading === undefined || word.nested) continue
    if (opinions.some((opinion) => opinion.start < word.end && word.start < opinion.end)) continue
    const { negations, degree } = modifiersBefore(words, word)
    if (negations > 1 || (chat && answers(words, word, degree))) continue
    add(evidence, reading.polarity * reading.strength * unboundWeight * (negations === 1 ? -1 : 1))
  }
}

function addFeelings(evidence: Evidence, words: ClauseWords, opinions: readonly Finding[]): void {
  for (const { role, value, start, end } of words.roles) {
    if (role === 'rhetorical') add(evidence, -rhetoricalWeight)
    if (role !== 'joy' && role !== 'anger') continue
    if (opinions.some((opinion) => opinion.start < end && start < opinion.end)) continue
    if (modifiersBefore(words, { start, end }).negations > 0) continue
    add(evidence, role === 'joy' ? value : -value)
  }
}

/** Questions, conditions and hearsay hold no feeling, but anger shows in them too. */
export function evidenceOf(input: EvidenceInput): Evidence {
  const evidence: Evidence = { positive: 0, negative: 0 }
  for (const { aspect, polarity, strength } of input.opinions) {
    add(evidence, polarity * strength * (input.chat && input.haggling(aspect) ? hagglingWeight : 1))
  }
  input.clauses.forEach((words, index) => {
    addFeelings(evidence, words, input.opinions)
    const stance = input.stances[index]
    if (stance === 'stated' || stance === 'comparison') addUnbound(evidence, words, input)
  })
  return evidence
}
