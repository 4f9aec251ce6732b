import { describe, expect, it } from 'vitest'
import { fittingMetrics, tileQueryMetrics } from './overview-metrics.ts'

const catalogue = new Map([
  ['inquiries', { subject: 'conversation' as const, dimensions: ['platform', 'scene'] }],
  ['csat', { subject: 'surveyAnswer' as const, dimensions: ['platform'] }],
  ['paidAmount', { subject: 'order' as const, dimensions: ['platform'] }],
  ['mentions', { subject: 'opinion' as const, dimensions: ['platform', 'level3'] }],
])

describe('fittingMetrics', () => {
  it('leaves out metrics that do not know a filter, and unknown ones', () => {
    const scene = [{ dimension: 'scene', operator: 'in' as const, values: ['售前/尺码'] }]
    expect(fittingMetrics(['inquiries', 'csat', 'nothing'], catalogue, scene)).toEqual(['inquiries'])
    expect(fittingMetrics(['inquiries', 'csat'], catalogue, [])).toEqual(['inquiries', 'csat'])
  })

  it('lets an opinion choose conversations and answers, but no orders', () => {
    const opinion = [{ dimension: 'level3', operator: 'in' as const, values: ['异味'] }]
    expect(fittingMetrics(['inquiries', 'csat', 'paidAmount', 'mentions'], catalogue, opinion)).toEqual([
      'inquiries',
      'csat',
      'mentions',
    ])
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
