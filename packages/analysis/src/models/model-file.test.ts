import { expect, test } from 'vitest'
import { createFeatureExtractor } from './hash-features.ts'
import { createScorer, type LinearModel } from './linear-model.ts'
import { loadModel } from './load.ts'
import { decodeModel, encodeModel } from './model-file.ts'

const model: LinearModel = {
  id: 'test@1',
  features: { bits: 4, longest: 2 },
  bias: 0.25,
  scale: 0.5,
  weights: Int8Array.from({ length: 16 }, (_, i) => i - 8),
  slope: 2,
  intercept: -0.1,
}

test('a model survives being written and read', () => {
  expect(decodeModel(encodeModel(model))).toEqual(model)
})

test('refuses other files and cut ones', () => {
  expect(() => decodeModel(new Uint8Array(64))).toThrow(/KSLM/)
  expect(() => decodeModel(encodeModel(model).subarray(0, -1))).toThrow(/cut short/)
})

test('scores by hand: bias + Σ weight · scale / √n, then calibration', () => {
  const { indices, count } = createFeatureExtractor(model.features).extract('好')
  const sum = [...indices.subarray(0, count)].reduce((total, index) => total + model.weights[index]! * 0.5, 0)
  expect(createScorer(model).logOdds('好')).toBeCloseTo(2 * (0.25 + sum / Math.sqrt(count)) - 0.1, 10)
})

test('features are a set: repeating a text adds only what is new at the seam', () => {
  const extractor = createFeatureExtractor({ bits: 18, longest: 1 })
  expect(extractor.extract('好好好').count).toBe(extractor.extract('好').count)
})

test('the model that ships knows praise from blame', () => {
  const scorer = createScorer(loadModel('sentiment'))
  expect(scorer.logOdds('非常满意，质量很好，下次还会再买')).toBeGreaterThan(2)
  expect(scorer.logOdds('太差了，用了两天就坏，千万别买')).toBeLessThan(-2)
})
