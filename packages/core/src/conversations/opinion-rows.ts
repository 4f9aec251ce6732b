import type { OpinionHit, TagHit } from '@kesheng/analysis/engine/types'
import type { OpinionRow, TagHitRow } from '@kesheng/contracts/facts/opinion'
import { contentId } from '../identity/ids.ts'

/** Columns that say which text an opinion or tag was found in. */
export type TextSubject = Omit<
  OpinionRow,
  | 'opinionId'
  | 'dimension'
  | 'department'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'aspectId'
  | 'polarity'
  | 'strength'
  | keyof ReturnType<typeof evidence>
>

function evidence(hit: TagHit | OpinionHit) {
  const { start, end, quote, confidence, decidedBy, decider } = hit
  return { start, end, quote, confidence, decidedBy: decidedBy as string, decider }
}

function firstOfEach<T>(rows: readonly T[], id: (row: T) => string): T[] {
  if (rows.length < 2) return [...rows]
  return [...new Map(rows.toReversed().map((row) => [id(row), row])).values()].toReversed()
}

/** One row a mention. */
export function opinionRows(subject: TextSubject, hits: readonly OpinionHit[]): OpinionRow[] {
  const rows = hits.map((hit) => ({
    ...subject,
    opinionId: contentId('opinion', subject.textId, hit.aspectId, hit.polarity, hit.start, hit.end),
    dimension: hit.dimension,
    department: hit.department,
    level1: hit.level1,
    level2: hit.level2,
    level3: hit.level3,
    aspectId: hit.aspectId,
    polarity: hit.polarity,
    strength: hit.strength,
    ...evidence(hit),
  }))
  return firstOfEach(rows, (row) => row.opinionId)
}

/** One row an intent or scene found in a text. */
export function tagHitRows(
  subject: TextSubject,
  tagKind: 'intent' | 'scene',
  hits: readonly TagHit[],
): TagHitRow[] {
  const rows = hits.map((hit) => ({
    ...subject,
    hitId: contentId('tag', subject.textId, tagKind, hit.tagId, hit.start, hit.end),
    tagKind,
    tagId: hit.tagId,
    ...evidence(hit),
  }))
  return firstOfEach(rows, (row) => row.hitId)
}
