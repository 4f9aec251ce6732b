import type { OpinionReading, Taxonomy } from '../packs/compile.ts'
import type { AspectMention, ClauseWords, OpinionWord } from './clause-words.ts'

export interface Binding {
  aspect: number
  reading: OpinionReading
  /** The aspect's name, when it is named in the clause or just before it. */
  mention: AspectMention | null
}

/** Longest distance in characters from an aspect to an opinion behind it, and before it. */
const reachBehind = 10
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

/** A reading made for the aspect beats a generic one. */
function readingFor(taxonomy: Taxonomy, word: OpinionWord, aspect: number): OpinionReading | null {
  let generic: OpinionReading | null = null
  for (const reading of word.readings) {
    if (reading.aspect === aspect) return reading
    if (reading.aspect === -1 && taxonomy.aspects[aspect]!.generic) generic = reading
  }
  return generic
}

/** The nearest named aspect that takes the word. */
function nearest(
  text: string,
  taxonomy: Taxonomy,
  mentions: readonly AspectMention[],
  word: OpinionWord,
  active: (aspect: number) => boolean,
): Binding | null {
  let best: Binding | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const mention of mentions) {
    const far = distance(text, mention, word)
    if (far >= bestDistance) continue
    for (const aspect of mention.aspects) {
      if (!active(aspect)) continue
      const reading = readingFor(taxonomy, word, aspect)
      if (reading === null || (best !== null && far === bestDistance && best.reading.aspect !== -1)) continue
      best = { aspect, reading, mention }
      bestDistance = far
    }
  }
  return best
}

/** The aspect a word tells by itself (掉色); a trade's own reading beats the base pack's. */
function byItself(
  taxonomy: Taxonomy,
  word: OpinionWord,
  active: (aspect: number) => boolean,
): Binding | null {
  let best: Binding | null = null
  for (const reading of word.readings) {
    if (reading.aspect < 0 || reading.needsAspect || !active(reading.aspect)) continue
    const special = taxonomy.aspects[reading.aspect]!.categoryIndices.length > 0
    if (best === null || special) best = { aspect: reading.aspect, reading, mention: null }
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
  active: (aspect: number) => boolean,
): Binding | null {
  const named = nearest(text, taxonomy, words.mentions, word, active)
  if (named !== null && named.reading.aspect >= 0) return named
  const own = byItself(taxonomy, word, active)
  if (own !== null) return own
  if (named !== null) return named
  for (const mention of words.mentions.length === 0 ? before : []) {
    for (const aspect of mention.aspects) {
      const reading = active(aspect) ? readingFor(taxonomy, word, aspect) : null
      if (reading !== null) return { aspect, reading, mention }
    }
  }
  return null
}
