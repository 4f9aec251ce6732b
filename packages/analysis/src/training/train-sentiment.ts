import type { FeatureOptions } from '../models/hash-features.ts'
import type { LinearModel } from '../models/linear-model.ts'
import { sentimentText } from '../models/sentiment-text.ts'
import { fitPlatt, type Calibration } from './calibrate.ts'
import { featureMatrix, type FeatureMatrix } from './feature-matrix.ts'
import { defaultLogistic, scoreRow, trainLogistic, type LinearWeights } from './logistic.ts'
import { logCountRatios } from './naive-bayes.ts'
import { seededRandom, shuffle } from './random.ts'

export interface LabelledText {
  text: string
  /** 1 positive, 0 negative. */
  label: 0 | 1
}

export interface TrainOptions {
  features: FeatureOptions
  /** Averaging weights over shuffles takes the luck of one order out. */
  shuffles: number
  seed: number
}

export const defaultTraining: TrainOptions = { features: { bits: 20, longest: 3 }, shuffles: 4, seed: 7 }

/** Folds for calibration and for the reported accuracy. */
export const folds = 5

export interface CrossValidation {
  /** Score of every example by the model that has not seen it. */
  scores: Float64Array
  accuracies: number[]
}

function addTo(sum: LinearWeights, part: LinearWeights, share: number): void {
  for (let j = 0; j < sum.weights.length; j += 1) sum.weights[j] = sum.weights[j]! + part.weights[j]! * share
  sum.bias += part.bias * share
}

/** Mean of logistic regression and NB-SVM, both linear in the same features, so prediction costs one pass. */
export function fit(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  rows: Int32Array,
  options: TrainOptions,
): LinearWeights {
  const ratios = logCountRatios(matrix, labels, rows)
  const mean: LinearWeights = { weights: new Float32Array(matrix.width), bias: 0 }
  const share = 1 / (2 * options.shuffles)
  for (let round = 0; round < options.shuffles; round += 1) {
    const logistic = { ...defaultLogistic, seed: options.seed + round }
    addTo(mean, trainLogistic(matrix, labels, rows, logistic), share)
    addTo(
      mean,
      trainLogistic(matrix, labels, rows, { ...logistic, seed: logistic.seed + 1000 }, ratios),
      share,
    )
  }
  return mean
}

export function crossValidate(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  options: TrainOptions,
): CrossValidation {
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  shuffle(order, seededRandom(options.seed))
  const scores = new Float64Array(matrix.rows)
  const accuracies: number[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const held = order.filter((_, i) => i % folds === fold)
    const weights = fit(
      matrix,
      labels,
      order.filter((_, i) => i % folds !== fold),
      options,
    )
    let right = 0
    for (const row of held) {
      scores[row] = scoreRow(matrix, row, weights)
      if ((scores[row] ?? 0) > 0 === (labels[row] === 1)) right += 1
    }
    accuracies.push(held.length === 0 ? 0 : right / held.length)
  }
  return { scores, accuracies }
}

/** Int8 weights; the largest weight is clipped at 8 standard deviations so that rare giants do not eat precision. */
function quantise(weights: Float32Array): { weights: Int8Array; scale: number } {
  let squares = 0
  let used = 0
  let largest = 0
  for (const weight of weights) {
    if (weight === 0) continue
    squares += weight * weight
    used += 1
    largest = Math.max(largest, Math.abs(weight))
  }
  const limit = Math.min(largest, 8 * Math.sqrt(squares / Math.max(1, used))) || 1
  const scale = limit / 127
  return {
    weights: Int8Array.from(weights, (w) => Math.round(Math.max(-limit, Math.min(limit, w)) / scale)),
    scale,
  }
}

export interface TrainedSentiment {
  model: LinearModel
  validation: CrossValidation
}

/** Trains, cross-validates and calibrates. Same examples, options and seed → the same bytes. */
export function trainSentiment(
  id: string,
  examples: readonly LabelledText[],
  options: TrainOptions = defaultTraining,
): TrainedSentiment {
  const matrix = featureMatrix(
    examples.map((example) => sentimentText(example.text)),
    options.features,
  )
  const labels = Uint8Array.from(examples, (example) => example.label)
  const validation = crossValidate(matrix, labels, options)
  const { slope, intercept }: Calibration = fitPlatt(validation.scores, labels)
  const all = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  const { weights, bias } = fit(matrix, labels, all, options)
  return {
    model: { id, features: options.features, bias, slope, intercept, ...quantise(weights) },
    validation,
  }
}
