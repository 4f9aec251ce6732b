import type { Pattern } from '@kesheng/contracts/analysis/pack'
import type { Rule, Taxonomy } from '../packs/compile.ts'
import type { Hit } from './hits.ts'

export interface RuleMatch {
  rule: Rule
  start: number
  end: number
}

interface Range {
  start: number
  end: number
}

/** Neighbouring groups of an intent or scene rule stand at most this far apart unless the rule says otherwise. */
const defaultReach = 15

function reachOf(rule: Rule): number {
  if (rule.pattern.within > 0) return rule.pattern.within
  return rule.target.kind === 'aspect' ? Number.POSITIVE_INFINITY : defaultReach
}

function gap(a: Range, b: Range): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end))
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Tries every choice of one occurrence per group; groups are at most four and occurrences few. */
function place(pattern: Pattern, groups: Range[][], reach: number, chosen: Range[]): Range | null {
  if (chosen.length === groups.length) {
    return { start: Math.min(...chosen.map((c) => c.start)), end: Math.max(...chosen.map((c) => c.end)) }
  }
  const last = chosen.at(-1)
  for (const option of groups[chosen.length]!) {
    if (chosen.some((other) => overlaps(other, option))) continue
    if (last && gap(last, option) > reach) continue
    if (last && pattern.ordered && option.start < last.end) continue
    const found = place(pattern, groups, reach, [...chosen, option])
    if (found) return found
  }
  return null
}

/** Most occurrences of one group that are tried; a text that repeats a word a hundred times gains nothing. */
const mostOccurrences = 8

export interface RuleMatcher {
  /** Rules of intents and scenes, at most one match each in the whole text. */
  tags(hits: readonly Hit[], starts: Uint8Array): RuleMatch[]
  /** Rules of aspects, at most one match each in every clause. */
  aspects(hits: readonly Hit[], starts: Uint8Array, clauses: readonly Range[]): RuleMatch[]
}

/** Only rules whose every group has a literal in the text are looked at (2 of 1,000 in a short message). */
export function createRuleMatcher(taxonomy: Taxonomy): RuleMatcher {
  const { rules } = taxonomy
  const seen = new Int32Array(rules.length)
  const stamps = new Int32Array(rules.length)
  let stamp = 0

  function ready(hits: readonly Hit[], starts: Uint8Array, ofAspect: boolean): number[] {
    stamp += 1
    const full: number[] = []
    for (const { term, start, end } of hits) {
      if (term.literals.length === 0 || !literalStands(starts, start, end)) continue
      for (const { rule, group } of term.literals) {
        if (group < 0 || (rules[rule]!.target.kind === 'aspect') !== ofAspect) continue
        if (stamps[rule] !== stamp) {
          stamps[rule] = stamp
          seen[rule] = 0
        }
        const before = seen[rule]!
        const after = before | (1 << group)
        seen[rule] = after
        if (after === rules[rule]!.full && before !== after) full.push(rule)
      }
    }
    return full
  }

  return {
    tags(hits, starts) {
      return ready(hits, starts, false).flatMap((rule) => match(rule, rules[rule]!, hits, starts) ?? [])
    },
    aspects(hits, starts, clauses) {
      const matches: RuleMatch[] = []
      for (const rule of ready(hits, starts, true)) {
        for (const clause of clauses) {
          const inside = hits.filter((hit) => hit.start >= clause.start && hit.end <= clause.end)
          const found = match(rule, rules[rule]!, inside, starts)
          if (found) matches.push(found)
        }
      }
      return matches
    },
  }
}

/** 退 alone must be a word; longer literals may stand anywhere. */
function literalStands(starts: Uint8Array, start: number, end: number): boolean {
  return end - start > 1 || (starts[start] === 1 && starts[end] === 1)
}

function match(index: number, rule: Rule, hits: readonly Hit[], starts: Uint8Array): RuleMatch | null {
  const groups: Range[][] = rule.pattern.all.map(() => [])
  for (const { term, start, end } of hits) {
    for (const literal of term.literals) {
      if (literal.rule !== index || !literalStands(starts, start, end)) continue
      if (literal.group < 0) return null
      const group = groups[literal.group]!
      if (group.length < mostOccurrences) group.push({ start, end })
    }
  }
  const range = groups.every((group) => group.length > 0)
    ? place(rule.pattern, groups, reachOf(rule), [])
    : null
  return range ? { rule, ...range } : null
}
