import type { Pack } from '@kesheng/contracts/analysis/pack'
import type { LinearScorer } from '../models/linear-model.ts'
import { sentimentScorer } from '../models/sentiment.ts'
import { createRuleMatcher, type RuleMatcher } from '../opinions/rules.ts'
import { compileTaxonomy, type Taxonomy } from '../packs/compile.ts'
import { createSegmenter, type Segmenter } from '../text/segment.ts'
import { createGates } from './categories.ts'

/** Everything a text is read with. Holds scratch buffers, so one per thread. */
export interface TextEngine {
  taxonomy: Taxonomy
  scorer: LinearScorer
  segmenter: Segmenter
  matcher: RuleMatcher
  gates: ReturnType<typeof createGates>
}

export function createTextEngine(packs: readonly Pack[]): TextEngine {
  const taxonomy = compileTaxonomy(packs)
  return {
    taxonomy,
    scorer: sentimentScorer(),
    segmenter: createSegmenter(taxonomy.vocabulary),
    matcher: createRuleMatcher(taxonomy),
    gates: createGates(taxonomy),
  }
}
