import { describe, expect, test } from 'vitest'
import { createScorer } from '../models/linear-model.ts'
import { encodeModel } from '../models/model-file.ts'
import { fitPlatt } from './calibrate.ts'
import { sigmoid } from './logistic.ts'
import { parseRecords } from './parse-records.ts'
import { seededRandom } from './random.ts'
import { trainSentiment, type LabelledText } from './train-sentiment.ts'

const things = ['杯子', '毛巾', '台灯', '书包', '雨伞', '键盘', '拖鞋', '水壶']
const praise = ['很好用', '非常满意', '质量不错', '做工精细', '值得推荐']
const blame = ['太差了', '用两天就坏', '做工粗糙', '非常失望', '不值这个价']

/** Small made-up reviews; every tenth has the wrong label, as real ones do. */
function examples(count: number, seed: number): LabelledText[] {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, i) => {
    const good = random() < 0.5
    const label = i % 10 === 0 ? !good : good
    return { text: `${pick(things)}${pick(good ? praise : blame)}`, label: label ? 1 : 0 }
  })
}

const options = { features: { bits: 12, longest: 2 }, shuffles: 2, seed: 3 }

describe('trainSentiment', () => {
  const trained = trainSentiment('test@1', examples(600, 1), options)

  test('learns through wrong labels', () => {
    const scorer = createScorer(trained.model)
    const right = things.flatMap((thing) => [
      ...praise.map((words) => scorer.logOdds(thing + words) > 0),
      ...blame.map((words) => scorer.logOdds(thing + words) < 0),
    ])
    expect(right.every(Boolean)).toBe(true)
  })

  test('reports cross-validated accuracy near the share of right labels', () => {
    const mean = trained.validation.accuracies.reduce((sum, value) => sum + value, 0) / 5
    expect(mean).toBeGreaterThan(0.85)
    expect(mean).toBeLessThan(0.95)
  })

  test('is deterministic', () => {
    const again = trainSentiment('test@1', examples(600, 1), options)
    expect(encodeModel(again.model)).toEqual(encodeModel(trained.model))
    expect(encodeModel(trainSentiment('test@1', examples(600, 2), options).model)).not.toEqual(
      encodeModel(trained.model),
    )
  })
})

test('Platt scaling finds the slope and intercept that made the labels', () => {
  const random = seededRandom(5)
  const scores = Float64Array.from({ length: 20_000 }, () => random() * 6 - 3)
  const labels = Uint8Array.from(scores, (score) => (random() < sigmoid(1.5 * score - 0.5) ? 1 : 0))
  const { slope, intercept } = fitPlatt(scores, labels)
  expect(slope).toBeCloseTo(1.5, 0)
  expect(intercept).toBeCloseTo(-0.5, 1)
})

describe('parseRecords', () => {
  test('CSV with quotes, commas and line breaks', () => {
    expect(parseRecords('\ufefflabel,review\r\n1,"好,""真""好"\n0,"差\n很差"\n', 'csv')).toEqual([
      { label: '1', review: '好,"真"好' },
      { label: '0', review: '差\n很差' },
    ])
  })

  test('an empty last field', () => {
    expect(parseRecords('a,b\n1,\n2,x', 'csv')).toEqual([
      { a: '1', b: '' },
      { a: '2', b: 'x' },
    ])
  })

  test('JSON lines', () => {
    expect(parseRecords('{"text":"好","label":1}\n\n', 'jsonl')).toEqual([{ text: '好', label: '1' }])
  })
})
