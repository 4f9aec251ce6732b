import type { Aspect, Pack, Pattern } from '@kesheng/contracts/analysis/pack'
import { buildTrie, type Trie } from '../text/trie.ts'

/** What a word does in a clause besides naming aspects and opinions. */
export type WordRole =
  | 'negator'
  | 'filler'
  | 'idiom'
  | 'degree'
  | 'hypothetical'
  | 'comparison'
  | 'elsewhere'
  | 'uncertain'
  | 'question'
  | 'rhetorical'
  | 'joy'
  | 'anger'
  | 'rudeness'
  | 'acknowledgement'

/** One reading of an opinion word. `aspect` −1: generic, binds to any aspect that takes generic words. */
export interface OpinionReading {
  aspect: number
  polarity: -1 | 0 | 1
  strength: number
  needsAspect: boolean
  drop: boolean
}

/** Everything a term of the trie can mean. */
export interface Term {
  word: string
  aspects: number[]
  readings: OpinionReading[]
  roles: { role: WordRole; value: number }[]
  /** Rule literals: rule index and group; group −1 forbids. */
  literals: { rule: number; group: number }[]
  /** Category (trade) indices this word hints at. */
  categories: number[]
}

export interface CompiledAspect extends Aspect {
  /** `pack@version` that defined it. */
  decider: string
  /** Category indices it is enabled for; empty = all. */
  categoryIndices: number[]
}

/** Who a rule speaks for. */
export type RuleTarget =
  | { kind: 'aspect'; aspect: number; polarity: -1 | 0 | 1 }
  | { kind: 'intent'; intent: number }
  | { kind: 'scene'; scene: number }

export interface Rule {
  pattern: Pattern
  target: RuleTarget
  /** Bit per group; a rule is looked at only when all are set. */
  full: number
}

export interface CompiledTag {
  tagId: string
  weight: number
  decider: string
  stage: 'presale' | 'insale' | 'aftersale' | ''
}

export interface Taxonomy {
  packs: readonly Pack[]
  terms: Term[]
  trie: Trie
  aspects: CompiledAspect[]
  intents: CompiledTag[]
  scenes: CompiledTag[]
  rules: Rule[]
  categories: string[]
  /** Scene of complaints by aspect id; only scenes that exist. */
  complaintScenes: ReadonlyMap<string, string>
  /** Index of the aspect that takes generic words without an aspect, −1 when no pack defines it. */
  overall: number
  /** Words for the segmenter: everything longer than one character that must stay in one piece. */
  vocabulary: string[]
}

/** Aspect that a bare 很好 or 太差了 in a review falls to. */
export const overallAspect = 'product.overall'

type TermTable = Map<string, Term>

/** A listed 很好 is as strong as 很 and 好 found apart. */
function gradedByPrefix(word: string, strength: number): number {
  return /^(?:很|太|超级|超|非常|极其|极|特别|十分)./.test(word) ? Math.min(3, strength + 1) : strength
}

function termOf(table: TermTable, word: string): Term {
  const key = word.toLowerCase()
  const known = table.get(key)
  if (known) return known
  const term: Term = { word: key, aspects: [], readings: [], roles: [], literals: [], categories: [] }
  table.set(key, term)
  return term
}

const listRoles = {
  negators: 'negator',
  fillers: 'filler',
  idioms: 'idiom',
  hypothetical: 'hypothetical',
  comparison: 'comparison',
  elsewhere: 'elsewhere',
  uncertain: 'uncertain',
  questions: 'question',
  rhetorical: 'rhetorical',
  rudeness: 'rudeness',
  acknowledgements: 'acknowledgement',
} as const

const gradedRoles = { degrees: 'degree', joy: 'joy', anger: 'anger' } as const

function addVocabulary(table: TermTable, pack: Pack): void {
  const { vocabulary } = pack
  const addRole = (word: string, role: WordRole, value: number): void => {
    const term = termOf(table, word)
    if (!term.roles.some((known) => known.role === role)) term.roles.push({ role, value })
  }
  for (const [list, role] of Object.entries(listRoles)) {
    for (const word of vocabulary[list as keyof typeof listRoles] ?? []) addRole(word, role, 0)
  }
  for (const [list, role] of Object.entries(gradedRoles)) {
    const graded = vocabulary[list as keyof typeof gradedRoles] ?? {}
    for (const [word, value] of Object.entries(graded)) addRole(word, role, value)
  }
  for (const polarity of [1, -1] as const) {
    const graded = (polarity === 1 ? vocabulary.positive : vocabulary.negative) ?? {}
    for (const [word, strength] of Object.entries(graded)) {
      termOf(table, word).readings.push({
        aspect: -1,
        polarity,
        strength: gradedByPrefix(word, strength),
        needsAspect: true,
        drop: false,
      })
    }
  }
}

function addRule(table: TermTable, rules: Rule[], pattern: Pattern, target: RuleTarget): void {
  const rule = rules.length
  rules.push({ pattern, target, full: (1 << pattern.all.length) - 1 })
  pattern.all.forEach((group, index) => {
    for (const word of group) termOf(table, word).literals.push({ rule, group: index })
  })
  for (const word of pattern.not) termOf(table, word).literals.push({ rule, group: -1 })
}

/** Later packs replace aspects of the same id (brand over category over base). */
function mergedAspects(packs: readonly Pack[], categories: readonly string[]): CompiledAspect[] {
  const merged = new Map<string, CompiledAspect>()
  for (const pack of packs) {
    const own = pack.categories.map((category) => category.id)
    for (const aspect of pack.aspects) {
      const enabled = aspect.enabledFor.length > 0 ? aspect.enabledFor : pack.id === 'base' ? [] : own
      merged.set(aspect.id, {
        ...aspect,
        decider: `${pack.id}@${pack.version}`,
        categoryIndices: enabled.map((id) => categories.indexOf(id)).filter((index) => index >= 0),
      })
    }
  }
  return [...merged.values()]
}

function addAspects(table: TermTable, rules: Rule[], aspects: readonly CompiledAspect[]): void {
  aspects.forEach((aspect, index) => {
    for (const word of aspect.terms) termOf(table, word).aspects.push(index)
    for (const group of aspect.opinions) {
      for (const word of group.words) {
        termOf(table, word).readings.push({
          aspect: index,
          polarity: group.polarity,
          strength: gradedByPrefix(word, group.strength),
          needsAspect: group.needsAspect,
          drop: group.whenNegated === 'drop',
        })
      }
    }
    for (const { polarity, ...pattern } of aspect.patterns) {
      addRule(table, rules, pattern, { kind: 'aspect', aspect: index, polarity })
    }
  })
}

function complaintScenesOf(
  aspects: readonly CompiledAspect[],
  scenes: readonly CompiledTag[],
): ReadonlyMap<string, string> {
  const known = new Set(scenes.map((scene) => scene.tagId))
  return new Map(
    aspects.flatMap(({ id, complaintScene }) =>
      complaintScene !== undefined && known.has(complaintScene) ? [[id, complaintScene] as const] : [],
    ),
  )
}

/** Packs in order (base first) → one trie and the tables behind it. */
export function compileTaxonomy(packs: readonly Pack[]): Taxonomy {
  const table: TermTable = new Map()
  const rules: Rule[] = []
  const categories = [...new Set(packs.flatMap((pack) => pack.categories.map((category) => category.id)))]
  for (const pack of packs) addVocabulary(table, pack)
  const aspects = mergedAspects(packs, categories)
  addAspects(table, rules, aspects)
  const intents: CompiledTag[] = []
  const scenes: CompiledTag[] = []
  for (const pack of packs) {
    const decider = `${pack.id}@${pack.version}`
    for (const { id, weight, patterns } of pack.intents) {
      const intent = intents.push({ tagId: id, weight, decider, stage: '' }) - 1
      for (const pattern of patterns) addRule(table, rules, pattern, { kind: 'intent', intent })
    }
    for (const { level1, level2, stage, weight, patterns } of pack.scenes) {
      const scene = scenes.push({ tagId: `${level1}/${level2}`, weight, decider, stage }) - 1
      for (const pattern of patterns) addRule(table, rules, pattern, { kind: 'scene', scene })
    }
    for (const { id, cues } of pack.categories) {
      for (const cue of cues) termOf(table, cue).categories.push(categories.indexOf(id))
    }
  }
  const terms = [...table.values()]
  return {
    packs,
    terms,
    trie: buildTrie(terms.map((term) => term.word)),
    aspects,
    intents,
    scenes,
    rules,
    categories,
    complaintScenes: complaintScenesOf(aspects, scenes),
    overall: aspects.findIndex((aspect) => aspect.id === overallAspect),
    vocabulary: segmentable(terms),
  }
}

/**
 * Words the segmenter must keep in one piece. Rule literals may be cut anywhere, and a long phrase (态度很好) would
 * hide the words inside it, so of opinion and function words only the short ones are taken.
 */
function segmentable(terms: readonly Term[]): string[] {
  return terms
    .filter(({ word, aspects, readings, roles }) => {
      if (word.length < 2) return false
      return aspects.length > 0 || (readings.length + roles.length > 0 && word.length === 2)
    })
    .map(({ word }) => word)
}
