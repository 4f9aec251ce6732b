import type { FeatureMatrix } from './feature-matrix.ts'
import { seededRandom, shuffle } from './random.ts'

export interface LinearWeights {
  weights: Float32Array
  bias: number
}

export interface LogisticOptions {
  learningRate: number
  epochs: number
  /** L2 strength per example. */
  penalty: number
  seed: number
}

export const defaultLogistic: LogisticOptions = { learningRate: 0.3, epochs: 3, penalty: 1e-6, seed: 7 }

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Log-odds of one row; features are scaled by 1/√n so that long reviews do not shout. */
export function scoreRow(matrix: FeatureMatrix, row: number, { weights, bias }: LinearWeights): number {
  const start = matrix.offsets[row]!
  const end = matrix.offsets[row + 1]!
  let sum = 0
  for (let i = start; i < end; i += 1) sum += weights[matrix.columns[i]!]!
  return bias + sum / Math.sqrt(Math.max(1, end - start))
}

/**
 * Logistic regression by AdaGrad. With `scales`, feature j has the value scales[j] instead of 1 and the returned
 * weights are already multiplied by it, so that prediction needs no scales (this is how NB-SVM becomes linear).
 */
export function trainLogistic(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  rows: Int32Array,
  options: LogisticOptions = defaultLogistic,
  scales?: Float32Array,
): LinearWeights {
  const weights = new Float32Array(matrix.width)
  const squares = new Float32Array(matrix.width).fill(1e-6)
  const order = Int32Array.from(rows)
  const random = seededRandom(options.seed)
  let bias = 0
  let biasSquare = 1e-6
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random)
    for (const row of order) {
      const start = matrix.offsets[row]!
      const end = matrix.offsets[row + 1]!
      const norm = 1 / Math.sqrt(Math.max(1, end - start))
      let sum = 0
      for (let i = start; i < end; i += 1) {
        const column = matrix.columns[i]!
        sum += weights[column]! * (scales ? scales[column]! : 1)
      }
      const error = sigmoid(bias + sum * norm) - labels[row]!
      biasSquare += error * error
      bias -= (options.learningRate * error) / Math.sqrt(biasSquare)
      for (let i = start; i < end; i += 1) {
        const column = matrix.columns[i]!
        const value = norm * (scales ? scales[column]! : 1)
        const gradient = error * value + options.penalty * weights[column]!
        const square = squares[column]! + gradient * gradient
        squares[column] = square
        weights[column] = weights[column]! - (options.learningRate * gradient) / Math.sqrt(square)
      }
    }
  }
  if (scales) for (let j = 0; j < weights.length; j += 1) weights[j] = weights[j]! * scales[j]!
  return { weights, bias }
}
