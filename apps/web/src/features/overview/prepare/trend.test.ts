import { describe, expect, it } from 'vitest'
import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { sparkValues, volumeTrend } from './trend.ts'

const result = (ids: string[], rows: (string | number | null)[][]): QueryResult => ({
  columns: ids.map((id) => ({ id, type: id === 'time' ? 'time' : 'number', unit: '' })),
  rows,
  sql: '',
  elapsedMs: 1,
})
const current = result(
  ['time', 'inquiries', 'positiveConversations', 'negativeConversations'],
  [
    ['2026-11-01', 10, 3, 2],
    ['2026-11-02', 0, 0, 0],
  ],
)

describe('volumeTrend', () => {
  it('splits inquiries by feeling and sets the period before beside it', () => {
    const before = result(['time', 'inquiries'], [['2026-10-30', 8]])
    expect(volumeTrend(current, before)).toEqual([
      {
        time: '2026-11-01',
        inquiries: 10,
        positive: 3,
        neutral: 5,
        negative: 2,
        negativeShare: 0.2,
        previous: 8,
      },
      {
        time: '2026-11-02',
        inquiries: 0,
        positive: 0,
        neutral: 0,
        negative: 0,
        negativeShare: null,
        previous: null,
      },
    ])
  })
})

describe('sparkValues', () => {
  it('is empty for a metric that was not asked for', () => {
    expect(sparkValues(current, 'inquiries')).toEqual([10, 0])
    expect(sparkValues(current, 'csat')).toEqual([])
    expect(sparkValues(undefined, 'csat')).toEqual([])
  })
})
