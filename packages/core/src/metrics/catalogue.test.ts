import { metricInfo as contract } from '@kesheng/contracts/metrics/query'
import { describe, expect, it } from 'vitest'
import { dimensions, dimensionsOf, metricInfo, metrics } from './catalogue.ts'
import { expectedOfWeek } from './hand-worked/expected.ts'

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

const additive = (id: string) => metrics.find((metric) => metric.id === id)?.additive
const noData = (id: string) => metrics.find((metric) => metric.id === id)?.noData

describe('metric catalogue', () => {
  it('names everything once', () => {
    const ids = [...metrics, ...dimensions].map(({ id }) => id)
    expect(repeated(ids)).toEqual([])
    expect(repeated(metrics.map(({ label }) => label.zh))).toEqual([])
    expect(repeated(metrics.map(({ label }) => label.en))).toEqual([])
    expect(repeated(dimensions.map(({ label }) => label.zh))).toEqual([])
    expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]*$/.test(id) || id === 'time')).toEqual([])
  })

  it('is as wide as promised', () => {
    expect(metrics.length).toBeGreaterThanOrEqual(45)
    expect(dimensions.length).toBeGreaterThanOrEqual(25)
    const groups = ['workload', 'response', 'sentiment', 'opinions', 'sales', 'satisfaction', 'reviews']
    expect([...new Set(metrics.map(({ group }) => group))]).toEqual(groups)
  })

  it('has a hand-worked figure for each metric and no other', () => {
    expect(Object.keys(expectedOfWeek).toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
  })

  it.each(metrics.map((metric) => [metric.id, metric] as const))('%s is fully described', (_, metric) => {
    const info = metricInfo(metric)
    expect(contract.parse(info)).toEqual(info)
    expect(['count', 'share', 'seconds', 'yuan', 'score', 'points', 'ratio']).toContain(metric.unit)
    for (const text of [
      info.label.zh,
      info.label.en,
      info.description.zh,
      info.description.en,
      info.formula,
    ]) {
      expect(text.length).toBeGreaterThan(1)
    }
    expect(dimensionsOf(metric).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['platform', 'shop', 'product']),
    )
  })

  it('sums what may be summed and no more', () => {
    expect(
      ['inquiries', 'paidAmount', 'inquirers', 'replyRate', 'firstResponseTime', 'paidOrders'].map(additive),
    ).toEqual([true, true, false, false, false, false])
  })

  it('shows zero for counts and a gap for means without rows', () => {
    expect(
      ['inquiries', 'inquirers', 'repeatBuyers', 'paidAmount', 'csatMean', 'replyRate'].map(noData),
    ).toEqual(['zero', 'zero', 'zero', 'zero', 'gap', 'gap'])
  })
})
