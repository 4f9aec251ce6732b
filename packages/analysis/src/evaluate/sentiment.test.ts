import { describe, expect, test } from 'vitest'
import { accuracy, macroF1, macroF1Interval, wilson } from './classification.ts'
import { binaryLabel, evaluateSentiment } from './sentiment.ts'

const reader = { id: 'words@1', logOdds: (text: string): number => (text.includes('好') ? 1 : -1) }

describe('evaluateSentiment', () => {
  test('counts by hand: 3 of 4 right', () => {
    const result = evaluateSentiment(
      [
        { text: '好', label: 1 },
        { review: '好', label: 'negative' },
        { text: '差', label: '负面' },
        { text: '很好', label: '正面' },
        { text: '一般', label: 'neutral' },
        { label: 1 },
      ],
      reader,
    )
    expect(result).toMatchObject({ task: 'sentiment', n: 4, skipped: 2, version: 'words@1' })
    expect(result.metrics.accuracy).toBe(0.75)
    // Positive: precision 2/3, recall 1 → 0.8. Negative: precision 1, recall 1/2 → 2/3.
    expect(result.metrics.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2, 10)
  })

  test('uses the product itself when no reader is given', () => {
    const records = [
      { text: '质量很好，非常满意', label: 1 },
      { text: '太差了，不会再买', label: 0 },
    ]
    expect(evaluateSentiment(records).metrics.accuracy).toBe(1)
  })

  test.each([
    [1, 1],
    ['1', 1],
    ['Positive', 1],
    ['正面', 1],
    [0, 0],
    ['negative', 0],
    ['负面', 0],
    ['neutral', null],
    [null, null],
    ['', null],
  ])('label %s is %s', (label, expected) => {
    expect(binaryLabel(label)).toBe(expected)
  })
})

describe('intervals', () => {
  test('Wilson, known values', () => {
    expect(wilson(8, 10)[0]).toBeCloseTo(0.4902, 3)
    expect(wilson(8, 10)[1]).toBeCloseTo(0.9433, 3)
    expect(wilson(0, 0)).toEqual([0, 1])
  })

  test('macro-F1 interval holds the value and narrows with n', () => {
    const small = { truePositive: 40, falsePositive: 10, trueNegative: 40, falseNegative: 10 }
    const large = { truePositive: 4000, falsePositive: 1000, trueNegative: 4000, falseNegative: 1000 }
    expect(accuracy(small)).toBe(0.8)
    const [low, high] = macroF1Interval(small)
    expect(low).toBeLessThan(macroF1(small))
    expect(high).toBeGreaterThan(macroF1(small))
    // For balanced errors macro-F1 equals accuracy, so the interval is that of a share: ± 1.96 · √(0.8 · 0.2 / 100).
    expect(high - low).toBeCloseTo(2 * 1.96 * 0.04, 2)
    const [narrowLow, narrowHigh] = macroF1Interval(large)
    expect(narrowHigh - narrowLow).toBeLessThan((high - low) / 5)
  })
})
