import type { AspectGate } from '../engine/categories.ts'
import type { OpinionReading, Taxonomy } from '../packs/compile.ts'
import type { AspectMention, ClauseWords, OpinionWord } from './clause-words.ts'
import { modifiersBefore } from './modifiers.ts'

export interface Binding {
  aspect: number
  reading: OpinionReading
  /** The aspect's name, when it is named in the clause or just before it. */
  mention: AspectMention | null
}

/** Longest distance in characters from an aspect to an opinion behind it, and before it. */
const reachBehind = 8
const reachBefore = 6

/** Lower is closer; an aspect named after the opinion costs more unless 的 ties them (很好的包装). */
function distance(text: string, mention: AspectMention, word: OpinionWord): number {
  if (mention.end <= word.start) {
    const gap = word.start - mention.end
    return gap <= reachBehind ? gap : Number.POSITIVE_INFINITY
  }
  if (mention.start >= word.end) {
    const gap = mention.start - word.end
    if (gap > reachBefore) return Number.POSITIVE_INFINITY
    return text[word.end] === '的' ? gap : gap + 4
  }
  return mention.start <= word.start && mention.end >= word.end ? 0 : Number.POSITIVE_INFINITY
}

/**
 * A single character speaks of an aspect only when it stands right behind it (对接好, 检测好 complete a verb) or
 * before it with 的 (大的声音; 大码 is a name).
 */
function tooLoose(text: string, words: ClauseWords, mention: AspectMention, word: OpinionWord): boolean {
  if (word.end - word.start > 1) return false
  if (mention.start >= word.end) return text[word.end] !== '的'
  return modifiersBefore(words, word).reach > mention.end + 1
}

/** A reading made for the aspect beats a generic one. */
function readingFor(taxonomy: Taxonomy, word: OpinionWord, aspect: number): OpinionReading | null {
  let generic: OpinionReading | null = null
  for (const reading of word.readings) {
    if (reading.aspect === aspect) return reading
    if (reading.aspect === -1 && taxonomy.aspects[aspect]!.generic) generic = reading
  }
  return generic
}

/** Which of two aspects fits better when both take the word: the trade's own if the trade is known, else the general. */
function rank(taxonomy: Taxonomy, aspect: number, reading: OpinionReading, gate: AspectGate): number {
  const special = taxonomy.aspects[aspect]!.categoryIndices.length > 0
  return (gate.named(aspect) ? 4 : 0) + (special === gate.known ? 2 : 0) + (reading.aspect >= 0 ? 1 : 0)
}

/** The nearest named aspect that takes the word. */
function nearest(
  text: string,
  taxonomy: Taxonomy,
  words: ClauseWords,
  word: OpinionWord,
  gate: AspectGate,
): Binding | null {
  let best: Binding | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  let bestRank = -1
  for (const mention of words.mentions) {
    const far = distance(text, mention, word)
    if (far > bestDistance || far === Number.POSITIVE_INFINITY || tooLoose(text, words, mention, word))
      continue
    for (const aspect of mention.aspects) {
      const reading = gate.active(aspect) ? readingFor(taxonomy, word, aspect) : null
      if (reading === null) continue
      const fit = rank(taxonomy, aspect, reading, gate)
      if (far === bestDistance && fit <= bestRank) continue
      best = { aspect, reading, mention }
      bestDistance = far
      bestRank = fit
    }
  }
  return best
}

/** The aspect a word tells by itself (掉色). */
function byItself(taxonomy: Taxonomy, word: OpinionWord, gate: AspectGate): Binding | null {
  let best: Binding | null = null
  let bestRank = -1
  for (const reading of word.readings) {
    if (reading.aspect < 0 || reading.needsAspect || !gate.active(reading.aspect)) continue
    const fit = rank(taxonomy, reading.aspect, reading, gate)
    if (fit <= bestRank) continue
    best = { aspect: reading.aspect, reading, mention: null }
    bestRank = fit
  }
  return best
}

/** An aspect named alone just before a pause: 物流嘛，太慢了. */
export function carried(clauses: readonly ClauseWords[], index: number): AspectMention[] {
  const previous = clauses[index - 1]
  if (previous === undefined || previous.final || previous.opinions.length > 0) return []
  const last = previous.mentions.at(-1)
  return last !== undefined && previous.end - last.end <= 3 ? [last] : []
}

export function bind(
  text: string,
  taxonomy: Taxonomy,
  words: ClauseWords,
  word: OpinionWord,
  before: readonly AspectMention[],
  gate: AspectGate,
): Binding | null {
  const named = nearest(text, taxonomy, words, word, gate)
  if (named !== null && named.reading.aspect >= 0) return named
  return fromBefore(taxonomy, words, word, before, gate) ?? byItself(taxonomy, word, gate) ?? named
}

/** An aspect carried over from the clause before speaks only when this clause names none and begins with the opinion. */
function fromBefore(
  taxonomy: Taxonomy,
  words: ClauseWords,
  word: OpinionWord,
  before: readonly AspectMention[],
  gate: AspectGate,
): Binding | null {
  if (words.mentions.length > 0 || before.length === 0) return null
  if (modifiersBefore(words, word).reach > words.start + 1) return null
  for (const mention of before) {
    for (const aspect of mention.aspects) {
      const reading = gate.active(aspect) ? readingFor(taxonomy, word, aspect) : null
      if (reading !== null) return { aspect, reading, mention }
    }
  }
  return null
}
