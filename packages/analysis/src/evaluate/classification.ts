/** 95 % interval, both ends included. */
export type Interval = [low: number, high: number]

/** Wilson score interval of a share: right also for few or extreme counts. */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return [0, 1]
  const z = 1.959964
  const share = hits / n
  const denominator = 1 + (z * z) / n
  const centre = (share + (z * z) / (2 * n)) / denominator
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / denominator
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

export interface Confusion {
  truePositive: number
  falsePositive: number
  trueNegative: number
  falseNegative: number
}

function f1(hits: number, wrongly: number, missed: number): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrongly + missed)
}

/** Unweighted mean of both classes' F1. */
export function macroF1({ truePositive, falsePositive, trueNegative, falseNegative }: Confusion): number {
  return (f1(truePositive, falsePositive, falseNegative) + f1(trueNegative, falseNegative, falsePositive)) / 2
}

export function accuracy(confusion: Confusion): number {
  const right = confusion.truePositive + confusion.trueNegative
  const n = right + confusion.falsePositive + confusion.falseNegative
  return n === 0 ? 0 : right / n
}

/**
 * 95 % interval of macro-F1 by the delta method on the four cells (multinomial), which agrees with the bootstrap to
 * about 0.001 above 300 examples and needs no randomness.
 */
export function macroF1Interval(confusion: Confusion): Interval {
  const cells = [
    confusion.truePositive,
    confusion.falsePositive,
    confusion.trueNegative,
    confusion.falseNegative,
  ]
  const n = cells.reduce((sum, cell) => sum + cell, 0)
  const value = macroF1(confusion)
  if (n === 0) return [0, 1]
  const shares = cells.map((cell) => cell / n)
  const at = (moved: readonly number[]): number =>
    macroF1({
      truePositive: moved[0]!,
      falsePositive: moved[1]!,
      trueNegative: moved[2]!,
      falseNegative: moved[3]!,
    })
  const step = 1e-6
  const slopes = shares.map((_, i) => {
    const moved = shares.map((share, j) => share + (i === j ? step : 0))
    return (at(moved) - at(shares)) / step
  })
  const mean = slopes.reduce((sum, slope, i) => sum + slope * shares[i]!, 0)
  const variance = slopes.reduce((sum, slope, i) => sum + slope * slope * shares[i]!, 0) - mean * mean
  const half = 1.959964 * Math.sqrt(Math.max(0, variance) / n)
  return [Math.max(0, value - half), Math.min(1, value + half)]
}
