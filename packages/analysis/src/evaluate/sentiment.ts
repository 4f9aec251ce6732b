import { createSentimentReader, type SentimentReader } from '../sentiment/binary.ts'
import {
  accuracy,
  macroF1,
  macroF1Interval,
  wilson,
  type Confusion,
  type Interval,
} from './classification.ts'

/** A labelled record as it stands in a file; other fields are ignored. */
export interface SentimentRecord {
  text?: unknown
  review?: unknown
  label?: unknown
}

export interface SentimentEvaluation {
  task: 'sentiment'
  /** Records used. */
  n: number
  /** Records left out: no text, or a label that is neither positive nor negative. */
  skipped: number
  metrics: { accuracy: number; macroF1: number; accuracyCi: Interval; macroF1Ci: Interval }
  /** Model and packs that were measured. */
  version: string
}

const positive = new Set(['1', 'positive', 'pos', '正面', '好评'])
const negative = new Set(['0', '-1', 'negative', 'neg', '负面', '差评'])

/** 1, 0 or null for a label that is not binary. */
export function binaryLabel(label: unknown): 0 | 1 | null {
  if (typeof label !== 'string' && typeof label !== 'number') return null
  const name = String(label).trim().toLowerCase()
  if (positive.has(name)) return 1
  return negative.has(name) ? 0 : null
}

/**
 * Accuracy and macro-F1 of the binary decision, without the product's neutral class, each with its 95 % interval.
 */
export function evaluateSentiment(
  records: Iterable<SentimentRecord>,
  reader: SentimentReader = createSentimentReader(),
): SentimentEvaluation {
  const confusion: Confusion = { truePositive: 0, falsePositive: 0, trueNegative: 0, falseNegative: 0 }
  let skipped = 0
  for (const record of records) {
    const text = record.text ?? record.review
    const label = binaryLabel(record.label)
    if (typeof text !== 'string' || label === null) {
      skipped += 1
      continue
    }
    const said = reader.logOdds(text) > 0
    if (label === 1) confusion[said ? 'truePositive' : 'falseNegative'] += 1
    else confusion[said ? 'falsePositive' : 'trueNegative'] += 1
  }
  const right = confusion.truePositive + confusion.trueNegative
  const n = right + confusion.falsePositive + confusion.falseNegative
  return {
    task: 'sentiment',
    n,
    skipped,
    metrics: {
      accuracy: accuracy(confusion),
      macroF1: macroF1(confusion),
      accuracyCi: wilson(right, n),
      macroF1Ci: macroF1Interval(confusion),
    },
    version: reader.id,
  }
}
