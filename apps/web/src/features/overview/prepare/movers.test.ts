import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { describe, expect, it } from 'vitest'
import { moversOf } from './movers.ts'

const ids = [
  'level1',
  'level2',
  'level3',
  'mentions',
  'mentions:previous',
  'negativeMentions',
  'negativeMentions:previous',
]
const result = (rows: (string | number)[][]): QueryResult => ({
  columns: ids.map((id) => ({ id, type: 'text', unit: '' })),
  rows,
  sql: '',
  elapsedMs: 1,
})
const opinion = (level3: string, now: number, before: number, negative = 0) => [
  '产品',
  '使用感受',
  level3,
  now,
  before,
  negative,
  0,
]

describe('moversOf', () => {
  it('compares rates, so twice the traffic with twice the mentions is no change', () => {
    const { rising, falling } = moversOf(
      result([opinion('搓泥', 40, 20)]),
      { current: 2000, previous: 1000 },
      5,
    )
    expect(rising).toEqual([])
    expect(falling).toEqual([])
  })

  it('ranks by the change per 1,000 inquiries', () => {
    const { rising, falling } = moversOf(
      result([
        opinion('过敏', 60, 10, 45),
        opinion('保湿', 30, 20),
        opinion('漏发', 5, 25),
        opinion('破损', 11, 12),
      ]),
      { current: 1000, previous: 1000 },
      5,
    )
    expect(rising.map(({ level3, change }) => [level3, change])).toEqual([
      ['过敏', 50],
      ['保湿', 10],
    ])
    expect(falling.map(({ level3 }) => level3)).toEqual(['漏发', '破损'])
    expect(rising[0]?.negativeShare).toBe(0.75)
  })

  it('hides what was mentioned too rarely in both periods, and counts it', () => {
    const { rising, hidden } = moversOf(result([opinion('异味', 9, 0)]), { current: 100, previous: 100 }, 5)
    expect(rising).toEqual([])
    expect(hidden).toBe(1)
  })

  it('keeps what is gone now', () => {
    const { falling } = moversOf(result([opinion('赠品少', 0, 30)]), { current: 1000, previous: 1000 }, 5)
    expect(falling[0]).toMatchObject({ level3: '赠品少', change: -30 })
  })

  it('has nothing to say without inquiries in both periods', () => {
    const nothing = moversOf(result([opinion('过敏', 60, 0)]), { current: 1000, previous: 0 }, 5)
    expect(nothing).toEqual({ rising: [], falling: [], hidden: 0 })
  })
})
