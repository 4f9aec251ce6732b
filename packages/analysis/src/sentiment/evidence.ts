import type { ClauseWords } from '../opinions/clause-words.ts'
import { modifiersBefore } from '../opinions/modifiers.ts'
import type { Stance } from '../opinions/stance.ts'

/** Evaluative words of a text: sums of strengths, by sign. */
export interface Evidence {
  positive: number
  negative: number
}

/** A complaint dressed as a question (怎么还没) weighs like a mild negative word. */
const rhetoricalWeight = 1.5
/** Strength of a word whose reading needs an aspect that is not there counts half. */
const unbound = 0.5

function add(evidence: Evidence, value: number): void {
  if (value > 0) evidence.positive += value
  else evidence.negative -= value
}

function addOpinions(evidence: Evidence, words: ClauseWords): void {
  for (const word of words.opinions) {
    if (word.nested) continue
    const generic = word.readings.find((reading) => reading.aspect === -1 || !reading.needsAspect)
    const bound = words.mentions.some((mention) =>
      word.readings.some((reading) => mention.aspects.includes(reading.aspect)),
    )
    const reading = bound
      ? word.readings.find((r) => words.mentions.some((mention) => mention.aspects.includes(r.aspect)))
      : (generic ?? null)
    if (!reading) continue
    const { negations } = modifiersBefore(words, word.start)
    if (negations > 1 || (negations === 1 && reading.drop)) continue
    const weight = bound || !reading.needsAspect ? 1 : 1 - unbound * Number(words.mentions.length === 0)
    add(evidence, reading.polarity * reading.strength * weight * (negations === 1 ? -0.8 : 1))
  }
}

function addFeelings(evidence: Evidence, words: ClauseWords): void {
  for (const { role, value, start } of words.roles) {
    if (role === 'rhetorical') add(evidence, -rhetoricalWeight)
    if (role !== 'joy' && role !== 'anger') continue
    if (modifiersBefore(words, start).negations > 0) continue
    add(evidence, role === 'joy' ? value : -value)
  }
}

/** Questions, conditions and hearsay hold no feeling, but anger shows in them too. */
export function evidenceOf(clauses: readonly ClauseWords[], stances: readonly Stance[]): Evidence {
  const evidence: Evidence = { positive: 0, negative: 0 }
  clauses.forEach((words, index) => {
    addFeelings(evidence, words)
    if (stances[index] === 'stated' || stances[index] === 'comparison') addOpinions(evidence, words)
  })
  return evidence
}
