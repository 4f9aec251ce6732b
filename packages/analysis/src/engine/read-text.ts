import type { ClauseWords } from '../opinions/clause-words.ts'
import { clauseWords } from '../opinions/clause-words.ts'
import { findHits, type Hit } from '../opinions/hits.ts'
import { stances, type Stance } from '../opinions/stance.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { splitClauses } from '../text/clauses.ts'
import { normalise, type NormalText } from '../text/normalise.ts'
import type { Segmenter } from '../text/segment.ts'

/** A text taken apart once, for opinions, rules and sentiment alike. */
export interface ReadText {
  normal: NormalText
  starts: Uint8Array
  hits: Hit[]
  clauses: ClauseWords[]
  stances: Stance[]
}

export function readText(text: string, taxonomy: Taxonomy, segmenter: Segmenter, chat: boolean): ReadText {
  const normal = normalise(text)
  const starts = segmenter.boundaries(normal.text)
  const hits = findHits(normal.text, taxonomy)
  const clauses = clauseWords(normal.text, starts, splitClauses(normal.text), hits)
  return { normal, starts, hits, clauses, stances: stances(normal.text, clauses, chat) }
}
