import { analyzeConversation } from '../conversations/analyze.ts'
import { sentimentScorer } from '../models/sentiment.ts'
import { createRuleMatcher } from '../opinions/rules.ts'
import { compileTaxonomy } from '../packs/compile.ts'
import { resolvePacks } from '../packs/registry.ts'
import { createSegmenter } from '../text/segment.ts'
import { createGates } from './categories.ts'
import { createTextAnalyzer, type TextEngine } from './text-analyzer.ts'
import type { Analyzer } from './types.ts'

/** Version of the code that turns packs and models into facts; raise it when results change. */
export const engineVersion = 1

/**
 * Builds an analyzer for a workspace's packs (`base` is always in). Takes about 0.3 s and 60 MB; make one per
 * thread and keep it. Results depend only on the input, the packs, the model and `engineVersion`, all named in `id`.
 */
export function createAnalyzer(options: { packs: string[] }): Analyzer {
  const packs = resolvePacks(options.packs)
  const taxonomy = compileTaxonomy(packs)
  const scorer = sentimentScorer()
  const engine: TextEngine = {
    taxonomy,
    scorer,
    segmenter: createSegmenter(taxonomy.vocabulary),
    matcher: createRuleMatcher(taxonomy),
    gates: createGates(taxonomy),
  }
  const texts = createTextAnalyzer(engine)
  const versions = packs.map((pack) => `${pack.id}@${pack.version}`)
  return {
    id: [`kesheng@${engineVersion}`, ...versions, scorer.id].join('+'),
    analyzeText: (input) => texts.analyze(input).analysis,
    analyzeConversation: (input) => analyzeConversation(input, texts, taxonomy),
  }
}
