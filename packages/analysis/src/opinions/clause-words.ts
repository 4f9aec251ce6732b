import type { OpinionReading, WordRole } from '../packs/compile.ts'
import type { Clause } from '../text/clauses.ts'
import { isName, isWord, type Hit } from './hits.ts'

export interface AspectMention {
  aspects: readonly number[]
  start: number
  end: number
}

export interface OpinionWord {
  readings: readonly OpinionReading[]
  start: number
  end: number
  /** Part of a longer opinion word: speaks only when the longer one finds no aspect. */
  nested: boolean
}

export interface RoleWord {
  role: WordRole
  value: number
  start: number
  end: number
  /** Part of an opinion word (比 in 比超市便宜): tells nothing about the clause. */
  nested: boolean
}

/** Everything in one clause that matters for opinions and feelings. */
export interface ClauseWords extends Clause {
  mentions: AspectMention[]
  opinions: OpinionWord[]
  roles: RoleWord[]
}

interface Range {
  start: number
  end: number
}

function covers(outer: Range, inner: Range): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  )
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

/** Of nested ranges the longest stays. */
function longest<R extends Range>(ranges: R[]): R[] {
  return ranges.filter((range) => !ranges.some((other) => covers(other, range)))
}

/** 不 and 没 may be glued to the next word (不能, 没有用), idioms to more (好几天); the others are whole words. */
function roleStands(text: string, starts: Uint8Array, hit: Hit, role: WordRole): boolean {
  if (role === 'negator' && hit.end - hit.start === 1) {
    const symbol = text[hit.start]
    if (symbol === '不' || symbol === '没') return starts[hit.start] === 1
    return starts[hit.start] === 1 && starts[hit.end] === 1
  }
  if (role === 'idiom') return starts[hit.start] === 1
  return hit.end - hit.start > 2 || isWord(text, starts, hit.start, hit.end)
}

function collect(text: string, starts: Uint8Array, clause: Clause, hits: readonly Hit[]): ClauseWords {
  const mentions: AspectMention[] = []
  const opinions: OpinionWord[] = []
  const roles: RoleWord[] = []
  for (const hit of hits) {
    const { term, start, end } = hit
    if (term.aspects.length > 0 && isName(starts, start, end))
      mentions.push({ aspects: term.aspects, start, end })
    if (term.readings.length > 0 && (end - start > 2 || isWord(text, starts, start, end))) {
      opinions.push({ readings: term.readings, start, end, nested: false })
    }
    for (const { role, value } of term.roles) {
      if (roleStands(text, starts, hit, role)) roles.push({ role, value, start, end, nested: false })
    }
  }
  return { ...clause, mentions, opinions, roles }
}

/** 没 stays beside 没有, because a longer opinion word may begin in the middle (没 + 有杂音). */
function withoutNested(roles: RoleWord[]): RoleWord[] {
  return roles.filter((word) => word.role === 'negator' || !roles.some((other) => covers(other, word)))
}

/** Idioms hide what they contain (错 in 没错); words inside longer opinion words are marked as nested. */
function withoutHidden(words: ClauseWords): ClauseWords {
  const idioms = words.roles.filter(({ role }) => role === 'idiom')
  const hidden = (range: Range): boolean =>
    idioms.some((idiom) => idiom.start < range.end && range.start < idiom.end && !holds(range, idiom))
  const inOpinion = (range: Range): boolean => words.opinions.some((opinion) => covers(opinion, range))
  return {
    ...words,
    mentions: longest(words.mentions).filter((mention) => !hidden(mention)),
    opinions: words.opinions
      .filter((word) => !hidden(word))
      .map((word) => ({ ...word, nested: inOpinion(word) }))
      .toSorted((a, b) => Number(a.nested) - Number(b.nested) || b.end - b.start - (a.end - a.start)),
    roles: withoutNested(words.roles.filter((word) => word.role !== 'idiom' && !hidden(word))).map(
      (word) => ({
        ...word,
        nested: inOpinion(word),
      }),
    ),
  }
}

/** Sorts the hits of a text into its clauses. Hits come in order of their start. */
export function clauseWords(
  text: string,
  starts: Uint8Array,
  clauses: readonly Clause[],
  hits: readonly Hit[],
): ClauseWords[] {
  let next = 0
  return clauses.map((clause) => {
    const own: Hit[] = []
    while (next < hits.length && hits[next]!.start < clause.end) {
      const hit = hits[next]!
      if (hit.start >= clause.start && hit.end <= clause.end) own.push(hit)
      next += 1
    }
    return withoutHidden(collect(text, starts, clause, own))
  })
}
