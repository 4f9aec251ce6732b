import type { RuleMatch } from '../opinions/rules.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { originalSpan } from '../text/normalise.ts'
import type { ReadText } from './read-text.ts'
import type { TagHit } from './types.ts'

/** More literal groups make a rule surer: one 0.75, two 0.85, three or more 0.9. */
function confidenceOf(match: RuleMatch): number {
  const groups = match.rule.pattern.all.length
  return groups === 1 ? 0.75 : groups === 2 ? 0.85 : 0.9
}

const negated = /(?:不用|不要|不想|不需要|别|无需|不必|没想|不是)$/

/** 不想退货 is no wish to return; 一直不退款 and 没发货 are wishes all the same. */
function isNegated(text: string, match: RuleMatch): boolean {
  return negated.test(text.slice(Math.max(0, match.start - 3), match.start))
}

/** Intents and scenes of one text, one hit each (the surest), in order of appearance. */
export function tagHits(
  read: ReadText,
  matches: readonly RuleMatch[],
  taxonomy: Taxonomy,
  kind: 'intent' | 'scene',
): TagHit[] {
  const best = new Map<string, TagHit>()
  for (const match of matches) {
    const { target } = match.rule
    if (target.kind !== kind) continue
    if (kind === 'intent' && isNegated(read.normal.text, match)) continue
    const tag =
      target.kind === 'intent'
        ? taxonomy.intents[target.intent]!
        : taxonomy.scenes[(target as { scene: number }).scene]!
    const confidence = confidenceOf(match)
    if ((best.get(tag.tagId)?.confidence ?? 0) >= confidence) continue
    const span = originalSpan(read.normal, match.start, match.end)
    best.set(tag.tagId, {
      tagId: tag.tagId,
      ...span,
      quote: read.normal.original.slice(span.start, span.end),
      confidence,
      decidedBy: 'rule',
      decider: tag.decider,
    })
  }
  return [...best.values()].toSorted((a, b) => a.start - b.start)
}
