import { createScorer, type LinearScorer } from './linear-model.ts'
import { loadModel } from './load.ts'

/** The sentiment model that ships with the package. */
export function sentimentScorer(): LinearScorer {
  return createScorer(loadModel('sentiment'))
}
