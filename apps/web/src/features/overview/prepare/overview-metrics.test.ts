import { describe, expect, it } from 'vitest'
import { fittingMetrics, tileQueryMetrics } from './overview-metrics.ts'

const catalogue = new Map([
  ['inquiries', { dimensions: ['platform', 'scene'] }],
  ['csat', { dimensions: ['platform'] }],
])

describe('fittingMetrics', () => {
  it('leaves out metrics that do not know a filter, and unknown ones', () => {
    const scene = [{ dimension: 'scene', operator: 'in' as const, values: ['售前/尺码'] }]
    expect(fittingMetrics(['inquiries', 'csat', 'nothing'], catalogue, scene)).toEqual(['inquiries'])
    expect(fittingMetrics(['inquiries', 'csat'], catalogue, [])).toEqual(['inquiries', 'csat'])
  })
})

describe('tileQueryMetrics', () => {
  it('asks for each count behind a figure once', () => {
    expect(tileQueryMetrics(['netSentiment', 'negativeShare', 'inquiries'])).toEqual([
      'netSentiment',
      'inquiries',
      'negativeShare',
    ])
  })
})
