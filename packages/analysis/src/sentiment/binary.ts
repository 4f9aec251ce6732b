import { readText } from '../engine/read-text.ts'
import { createTextEngine, type TextEngine } from '../engine/text-engine.ts'
import { findOpinions } from '../opinions/extract.ts'
import { resolvePacks } from '../packs/registry.ts'
import { modelText } from '../models/sentiment-text.ts'
import { reviewLogOdds } from './decide.ts'
import { evidenceOf } from './evidence.ts'

/** The analyzer's view of a review as positive or negative, without the neutral class. */
export interface SentimentReader {
  /** Model and packs with versions. */
  id: string
  /** Above 0: positive. */
  logOdds(text: string): number
}

/** Longer texts are read up to here. */
const longestText = 8_000

function read(engine: TextEngine, text: string): number {
  const { taxonomy, matcher } = engine
  const known = readText(text.slice(0, longestText), taxonomy, engine.segmenter, false)
  const gate = engine.gates(undefined, known.hits)
  const opinions = findOpinions({ ...known, gate, wholeTexts: true }, taxonomy, matcher)
  const evidence = evidenceOf({
    clauses: known.clauses,
    stances: known.stances,
    opinions,
    haggling: () => false,
    chat: false,
  })
  return reviewLogOdds(evidence, engine.scorer.logOdds(modelText(known.normal)), known.normal.text.length)
}

export function createSentimentReader(packIds: readonly string[] = ['beauty', 'digital']): SentimentReader {
  const packs = resolvePacks(packIds)
  const engine = createTextEngine(packs)
  const versions = packs.map((pack) => `${pack.id}@${pack.version}`)
  return { id: [engine.scorer.id, ...versions].join('+'), logOdds: (text) => read(engine, text) }
}
