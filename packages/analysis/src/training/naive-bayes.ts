import type { FeatureMatrix } from './feature-matrix.ts'

function total(counts: Float32Array): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Log-count ratio of every feature between positive and negative rows (Wang & Manning 2012), smoothed by `alpha`. */
export function logCountRatios(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  rows: Int32Array,
  alpha = 1,
): Float32Array {
  const positive = new Float32Array(matrix.width).fill(alpha)
  const negative = new Float32Array(matrix.width).fill(alpha)
  for (const row of rows) {
    const counts = labels[row] === 1 ? positive : negative
    for (let i = matrix.offsets[row]!; i < matrix.offsets[row + 1]!; i += 1) {
      const column = matrix.columns[i]!
      counts[column] = counts[column]! + 1
    }
  }
  const balance = Math.log(total(negative) / total(positive))
  const ratios = new Float32Array(matrix.width)
  for (let j = 0; j < ratios.length; j += 1) ratios[j] = Math.log(positive[j]! / negative[j]!) + balance
  return ratios
}
