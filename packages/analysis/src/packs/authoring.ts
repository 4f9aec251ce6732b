import type { Pattern, PackSource } from '@kesheng/contracts/analysis/pack'
import type { Dimension } from '../engine/types.ts'

type AspectSource = NonNullable<PackSource['aspects']>[number]
type OpinionGroupSource = NonNullable<AspectSource['opinions']>[number]

/** `'快 很快 神速'` → ['快', '很快', '神速']. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** `'好 完美:3 还行:1'` → strengths by word; 2 when none is given. */
export function graded(text: string): Record<string, number> {
  return Object.fromEntries(
    words(text).map((entry) => {
      const [word = '', strength] = entry.split(':')
      return [word, strength === undefined ? 2 : Number(strength)]
    }),
  )
}

/**
 * One pattern from its short form. `a|b & c|d`: both groups, any order, in one clause. `a|b > c|d`: in this order.
 * `<6` after the groups: at most six characters between neighbours. `! x|y`: none of these in the clause.
 */
export function pattern(text: string): Pattern {
  const [body = '', exclusions = ''] = text.split('!')
  const within = /<(\d+)/.exec(body)
  const groups = body.replace(/<\d+/, '')
  const ordered = groups.includes('>')
  const all = groups.split(/[&>]/).map((group) => group.trim().split('|').filter(Boolean))
  return {
    all,
    within: within ? Number(within[1]) : 0,
    ordered,
    not: exclusions.trim() === '' ? [] : exclusions.trim().split('|'),
  }
}

/** One pattern a line. */
export function patterns(text: string): Pattern[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(pattern)
}

export interface AspectWords {
  /** Names of the aspect. */
  terms?: string
  /** Say something only beside the aspect's name. */
  good?: string
  bad?: string
  /** Say it by themselves; turned round by a negation. */
  goodAlone?: string
  badAlone?: string
  /** Whole phrases; silent when negated. */
  goodPhrases?: string
  badPhrases?: string
  goodPatterns?: string
  badPatterns?: string
  excludeIf?: string
  /** Scene of a complaint in a chat. */
  scene?: string
  enabledFor?: string
  generic?: boolean
}

function group(
  text: string | undefined,
  polarity: 1 | -1,
  needsAspect: boolean,
  whenNegated: 'flip' | 'drop',
): OpinionGroupSource[] {
  return text === undefined ? [] : [{ words: words(text), polarity, needsAspect, whenNegated }]
}

/** An aspect in compact form; `path` is `L1/L2/L3`. */
export function aspect(
  id: string,
  path: string,
  dimension: Dimension,
  department: string,
  said: AspectWords,
): AspectSource {
  const [level1 = '', level2 = '', level3 = ''] = path.split('/')
  return {
    id,
    path: [level1, level2, level3],
    dimension,
    department,
    terms: words(said.terms ?? ''),
    excludeIf: words(said.excludeIf ?? ''),
    enabledFor: words(said.enabledFor ?? ''),
    generic: said.generic ?? true,
    complaintScene: said.scene ?? (dimension === 'product' ? '售后/质量问题' : undefined),
    opinions: [
      ...group(said.good, 1, true, 'flip'),
      ...group(said.bad, -1, true, 'flip'),
      ...group(said.goodAlone, 1, false, 'flip'),
      ...group(said.badAlone, -1, false, 'flip'),
      ...group(said.goodPhrases, 1, false, 'drop'),
      ...group(said.badPhrases, -1, false, 'drop'),
    ],
    patterns: [
      ...patterns(said.goodPatterns ?? '').map((made) => ({ ...made, polarity: 1 as const })),
      ...patterns(said.badPatterns ?? '').map((made) => ({ ...made, polarity: -1 as const })),
    ],
  }
}
