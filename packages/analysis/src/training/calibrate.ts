import { sigmoid } from './logistic.ts'

export interface Calibration {
  slope: number
  intercept: number
}

/** Platt scaling by Newton's method on held-out scores. Targets are smoothed as Platt (1999) proposes. */
export function fitPlatt(scores: Float64Array, labels: Uint8Array): Calibration {
  const positives = labels.reduce((sum, label) => sum + label, 0)
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (labels.length - positives + 2)
  let slope = 1
  let intercept = 0
  for (let round = 0; round < 30; round += 1) {
    let [g1, g0, h11, h10, h00] = [0, 0, 1e-9, 0, 1e-9]
    for (let i = 0; i < scores.length; i += 1) {
      const probability = sigmoid(slope * scores[i]! + intercept)
      const error = probability - (labels[i] === 1 ? high : low)
      const curvature = probability * (1 - probability)
      g1 += error * scores[i]!
      g0 += error
      h11 += curvature * scores[i]! * scores[i]!
      h10 += curvature * scores[i]!
      h00 += curvature
    }
    const determinant = h11 * h00 - h10 * h10
    if (Math.abs(determinant) < 1e-12) break
    const [stepSlope, stepIntercept] = [
      (h00 * g1 - h10 * g0) / determinant,
      (h11 * g0 - h10 * g1) / determinant,
    ]
    slope -= stepSlope
    intercept -= stepIntercept
    if (Math.abs(stepSlope) + Math.abs(stepIntercept) < 1e-7) break
  }
  return { slope, intercept }
}
