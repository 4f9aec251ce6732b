import { createFeatureExtractor, type FeatureOptions } from './hash-features.ts'

/** A trained binary classifier: hashed features only, no text can be read back from it. */
export interface LinearModel {
  /** `name@version`, changes with every training. */
  id: string
  features: FeatureOptions
  bias: number
  /** Weight of bucket j = weights[j] · scale. */
  scale: number
  weights: Int8Array
  /** Platt scaling: probability = σ(slope · score + intercept). */
  slope: number
  intercept: number
}

export interface LinearScorer {
  id: string
  /** Calibrated log-odds of the positive class. */
  logOdds(text: string): number
}

export function createScorer(model: LinearModel): LinearScorer {
  const extractor = createFeatureExtractor(model.features)
  const { weights } = model
  return {
    id: model.id,
    logOdds(text) {
      const { indices, count } = extractor.extract(text)
      let sum = 0
      for (let i = 0; i < count; i += 1) sum += weights[indices[i]!]!
      const score = model.bias + (sum * model.scale) / Math.sqrt(Math.max(1, count))
      return model.slope * score + model.intercept
    },
  }
}
