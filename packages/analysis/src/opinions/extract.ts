import type { AspectGate } from '../engine/categories.ts'
import type { OpinionHit } from '../engine/types.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { originalSpan, type NormalText } from '../text/normalise.ts'
import { bind, carried, type Binding } from './bind.ts'
import type { ClauseWords, OpinionWord } from './clause-words.ts'
import type { Hit } from './hits.ts'
import { degreeBehind, modifiersBefore, type Modifiers } from './modifiers.ts'
import type { RuleMatcher } from './rules.ts'
import type { Stance } from './stance.ts'

export interface OpinionContext {
  normal: NormalText
  starts: Uint8Array
  hits: readonly Hit[]
  clauses: readonly ClauseWords[]
  stances: readonly Stance[]
  /** Which aspects this product's trade switches on. */
  gate: AspectGate
  /** A bare 很好 speaks of the whole purchase: true in reviews and surveys, false in chats. */
  wholeTexts: boolean
}

/** An opinion before it is turned into a hit; offsets of the normal text. */
export interface Finding {
  aspect: number
  polarity: -1 | 0 | 1
  strength: number
  confidence: number
  start: number
  end: number
}

/** What is left of a clause besides the opinion may be particles and pronouns, not another thing's name. */
const nothingElse =
  /^(?:[\s了的啊呀哦呢吧哈嘛我你还都就也真是很挺太非常特别这个那买到给用起来感觉总体整体来说东西宝贝商品产品总之反正觉得但但是不过哎唉]*)$/

function strengthOf(base: number, modifiers: Modifiers, behind: number): number {
  const negated = modifiers.negations === 1 ? -1 : 0
  return Math.min(3, Math.max(1, base + modifiers.degree + behind + negated))
}

function excluded(taxonomy: Taxonomy, aspect: number, clause: string): boolean {
  return taxonomy.aspects[aspect]!.excludeIf.some((word) => clause.includes(word))
}

/** Named aspect and specific word 0.9, generic word 0.8, self-contained word 0.85, carried over 0.65. */
function confidenceOf(binding: Binding, words: ClauseWords): number {
  if (binding.mention === null) return 0.85
  if (binding.mention.start < words.start) return 0.65
  return binding.reading.aspect >= 0 ? 0.9 : 0.8
}

/** 不是不好 negates twice, once inside the word. */
const negative = /[不没无非别]/

function toFinding(text: string, words: ClauseWords, word: OpinionWord, binding: Binding): Finding | null {
  const modifiers = modifiersBefore(words, word)
  if (modifiers.negations > 1) return null
  if (modifiers.negations === 1 && (binding.reading.drop || negative.test(text[word.start]!))) return null
  const sign = modifiers.negations === 1 ? -1 : 1
  const mention = binding.mention !== null && binding.mention.start >= words.start ? binding.mention : null
  return {
    aspect: binding.aspect,
    polarity: (binding.reading.polarity * sign) as -1 | 0 | 1,
    strength: strengthOf(binding.reading.strength, modifiers, degreeBehind(text, word.end)),
    confidence: confidenceOf(binding, words),
    start: Math.min(modifiers.start, mention?.start ?? modifiers.start),
    end: Math.max(word.end, mention?.end ?? word.end),
  }
}

/** 很好, 太差了 with nothing else in the clause: the purchase as a whole. */
function wholePurchase(
  context: OpinionContext,
  taxonomy: Taxonomy,
  words: ClauseWords,
  word: OpinionWord,
): Binding | null {
  const others = words.mentions.filter(({ start, end }) => start < word.start || end > word.end)
  if (!context.wholeTexts || taxonomy.overall < 0 || others.length > 0) return null
  const reading = word.readings.find((known) => known.aspect === -1)
  if (reading === undefined) return null
  const { text } = context.normal
  const modifiers = modifiersBefore(words, word)
  const rest = text.slice(words.start, modifiers.start) + text.slice(word.end, words.end)
  return nothingElse.test(rest) ? { aspect: taxonomy.overall, reading, mention: null } : null
}

function fromWords(context: OpinionContext, taxonomy: Taxonomy): Finding[] {
  const { text } = context.normal
  return context.clauses.flatMap((words, index) => {
    if (words.opinions.length === 0) return []
    const clause = text.slice(words.start, words.end)
    const gate: AspectGate = {
      ...context.gate,
      active: (aspect) => context.gate.active(aspect) && !excluded(taxonomy, aspect, clause),
    }
    const carriedOver = context.wholeTexts ? carried(context.clauses, index) : []
    const taken: OpinionWord[] = []
    return words.opinions.flatMap((word) => {
      if (!speaks(context.stances[index]!, words, word) || taken.some((longer) => within(word, longer)))
        return []
      if (misread(text, words, word)) return []
      const binding =
        bind(text, taxonomy, words, word, carriedOver, gate) ?? wholePurchase(context, taxonomy, words, word)
      if (binding === null) return []
      taken.push(word)
      return toFinding(text, words, word, binding) ?? []
    })
  })
}

/** 赠品没有 ends the clause; 功能没有让人失望 does not say that there is none, nor 可以送货 that delivery is fine, nor 麻烦退款 that it is a bother. */
const closing = /^(?:没有|没|无|不|可以|还可以|行|不行|不了|麻烦)$/
const clauseEnd = /^(?:死|[了的啊呀呢吧哦啦滴哒])*$/

function misread(text: string, words: ClauseWords, word: OpinionWord): boolean {
  return closing.test(text.slice(word.start, word.end)) && !clauseEnd.test(text.slice(word.end, words.end))
}

function within(inner: OpinionWord, outer: OpinionWord): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

/** Phrases made of comparison speak of this shop: 比你们便宜 in 别家比你们便宜好多. */
function speaks(stance: Stance, words: ClauseWords, word: OpinionWord): boolean {
  if (stance === 'stated') return true
  if (stance !== 'comparison' && stance !== 'elsewhere') return false
  return words.roles.some(
    ({ role, start, end }) =>
      (role === 'comparison' || role === 'elsewhere') && start >= word.start && end <= word.end,
  )
}

function fromRules(context: OpinionContext, matcher: RuleMatcher): Finding[] {
  const stated = context.clauses.filter((_, index) => context.stances[index] === 'stated')
  return matcher.aspects(context.hits, context.starts, stated).flatMap(({ rule, start, end }) => {
    const { target } = rule
    if (target.kind !== 'aspect' || !context.gate.active(target.aspect)) return []
    return [{ aspect: target.aspect, polarity: target.polarity, strength: 2, confidence: 0.8, start, end }]
  })
}

/** One mention per aspect, polarity and place; overlapping mentions of one aspect count once, the surest wins. */
function distinct(findings: Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const finding of findings.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)) {
    const twice = kept.some(
      (other) => other.aspect === finding.aspect && other.start < finding.end && finding.start < other.end,
    )
    if (!twice) kept.push(finding)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

/** The opinion with its words, in offsets of the original text. */
export function toOpinionHit(taxonomy: Taxonomy, normal: NormalText, finding: Finding): OpinionHit {
  const aspect = taxonomy.aspects[finding.aspect]!
  const span = originalSpan(normal, finding.start, finding.end)
  return {
    aspectId: aspect.id,
    dimension: aspect.dimension,
    department: aspect.department,
    level1: aspect.path[0],
    level2: aspect.path[1],
    level3: aspect.path[2],
    polarity: finding.polarity,
    strength: finding.strength as 1 | 2 | 3,
    ...span,
    quote: normal.original.slice(span.start, span.end),
    confidence: finding.confidence,
    decidedBy: 'rule',
    decider: aspect.decider,
  }
}

/** Three-level opinions of one text, left to right. */
export function findOpinions(context: OpinionContext, taxonomy: Taxonomy, matcher: RuleMatcher): Finding[] {
  if (context.clauses.length === 0) return []
  return distinct([...fromWords(context, taxonomy), ...fromRules(context, matcher)])
}
