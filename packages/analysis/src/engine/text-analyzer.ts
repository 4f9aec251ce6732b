import { complaintScenes, withComplaints } from '../conversations/complaint-scenes.ts'
import { modelText } from '../models/sentiment-text.ts'
import { findOpinions, toOpinionHit, type Finding } from '../opinions/extract.ts'
import { decideChat, decideReview } from '../sentiment/decide.ts'
import { evidenceOf } from '../sentiment/evidence.ts'
import { readText, type ReadText } from './read-text.ts'
import { tagHits } from './tags.ts'
import type { TextEngine } from './text-engine.ts'
import type { TagHit, TextAnalysis, TextInput } from './types.ts'

export interface TextResult {
  analysis: TextAnalysis
  scenes: TagHit[]
}

export interface TextAnalyzer {
  analyze(input: TextInput): TextResult
  /** Platform text, cards and the like: nothing to find. */
  silent(): TextResult
}

type Sentiment = Omit<TextAnalysis, 'intents' | 'opinions'>

/** Longer texts are read up to here; the longest real reviews have about 3,000 characters. */
const longestText = 8_000

function silent(): TextResult {
  return {
    analysis: {
      sentiment: 'neutral',
      sentimentScore: 0,
      sentimentConfidence: 1,
      sentimentDecider: 'none',
      intents: [],
      opinions: [],
    },
    scenes: [],
  }
}

function sentimentOf(
  engine: TextEngine,
  read: ReadText,
  opinions: readonly Finding[],
  chat: boolean,
): Sentiment {
  const evidence = evidenceOf({
    clauses: read.clauses,
    stances: read.stances,
    opinions,
    haggling: (aspect) => engine.taxonomy.aspects[aspect]!.dimension === 'activity',
    chat,
  })
  const bland = evidence.positive + evidence.negative === 0
  const logOdds = chat && bland ? 0 : engine.scorer.logOdds(modelText(read.normal))
  const decision = chat
    ? decideChat(evidence, logOdds)
    : decideReview(evidence, logOdds, read.normal.text.length)
  return {
    sentiment: decision.sentiment,
    sentimentScore: decision.score,
    sentimentConfidence: decision.confidence,
    sentimentDecider: engine.scorer.id,
  }
}

/**
 * How an agent speaks: negative when rude, else neutral. Agents apologise for bad things and praise by trade, so
 * neither says anything about them.
 */
function manner({ taxonomy }: TextEngine, read: ReadText): Sentiment {
  const rude = read.clauses.some((words) => words.roles.some(({ role }) => role === 'rudeness'))
  return {
    sentiment: rude ? 'negative' : 'neutral',
    sentimentScore: rude ? -0.9 : 0,
    sentimentConfidence: rude ? 0.85 : 0.8,
    sentimentDecider: `${taxonomy.packs[0]!.id}@${taxonomy.packs[0]!.version}`,
  }
}

export function createTextAnalyzer(engine: TextEngine): TextAnalyzer {
  const { taxonomy, matcher } = engine
  return {
    silent,
    analyze(input) {
      const chat = input.source === 'chat'
      const text = input.text.length > longestText ? input.text.slice(0, longestText) : input.text
      const read = readText(text, taxonomy, engine.segmenter, chat)
      if (read.clauses.length === 0) return silent()
      if (input.role !== 'buyer')
        return { analysis: { ...manner(engine, read), intents: [], opinions: [] }, scenes: [] }
      const gate = engine.gates(input.productName, read.hits)
      const matches = matcher.tags(read.hits, read.starts)
      const findings = findOpinions({ ...read, gate, wholeTexts: !chat }, taxonomy, matcher)
      const opinions = findings.map((finding) => toOpinionHit(taxonomy, read.normal, finding))
      const scenes = tagHits(read, matches, taxonomy, 'scene')
      return {
        analysis: {
          ...sentimentOf(engine, read, findings, chat),
          intents: tagHits(read, matches, taxonomy, 'intent'),
          opinions,
        },
        scenes: chat ? withComplaints(scenes, complaintScenes(opinions, taxonomy)) : scenes,
      }
    },
  }
}
