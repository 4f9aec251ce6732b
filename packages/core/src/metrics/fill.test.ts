import { describe, expect, it } from 'vitest'
import { fillGaps, type Cell } from './fill.ts'
import { sortRows } from './sort-rows.ts'

const day = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
const base = {
  dimensionCount: 0,
  metrics: [{ noData: 'zero' as const }, { noData: 'gap' as const }],
  grain: 'day' as const,
  period: { from: day('2026-03-02'), to: day('2026-03-05') },
  timezone: 'Asia/Shanghai',
  now: day('2026-04-01'),
  limit: 1000,
}

describe('fillGaps', () => {
  it('puts in days without rows: nothing counted, nothing said', () => {
    const rows: Cell[][] = [['2026-03-03', 5, 0.5]]
    expect(sortRows(fillGaps({ ...base, rows }), [{ column: 0, direction: 'asc' }])).toEqual([
      ['2026-03-02', 0, null],
      ['2026-03-03', 5, 0.5],
      ['2026-03-04', 0, null],
    ])
  })

  it('fills an empty answer, but only without dimensions', () => {
    expect(fillGaps({ ...base, rows: [] })).toHaveLength(3)
    expect(fillGaps({ ...base, rows: [], dimensionCount: 1 })).toEqual([])
  })

  it('fills each group that occurs', () => {
    const rows: Cell[][] = [
      ['2026-03-02', 'jd', 1, 1],
      ['2026-03-04', 'tmall', 2, 2],
    ]
    const filled = fillGaps({ ...base, rows, dimensionCount: 1 })
    expect(filled).toHaveLength(6)
    expect(filled).toContainEqual(['2026-03-03', 'jd', 0, null])
  })

  it('says nothing about the future', () => {
    const now = day('2026-03-03') + 3_600_000
    expect(fillGaps({ ...base, rows: [], now }).map(([time]) => time)).toEqual(['2026-03-02', '2026-03-03'])
  })

  it('leaves a list alone that was cut at its limit, or whose beginning is open', () => {
    const rows: Cell[][] = [['2026-03-03', 5, 0.5]]
    expect(fillGaps({ ...base, rows, limit: 1 })).toEqual(rows)
    expect(fillGaps({ ...base, rows, period: { from: null, to: base.period.to } })).toEqual(rows)
  })

  it('does not draw an axis of a century of hours', () => {
    const period = { from: day('1926-03-02'), to: day('2026-03-05') }
    expect(fillGaps({ ...base, rows: [], grain: 'hour', period })).toEqual([])
  })
})

describe('sortRows', () => {
  it('puts null last either way and keeps to the given columns', () => {
    const rows: Cell[][] = [
      ['a', null],
      ['b', 2],
      ['c', 10],
    ]
    expect(sortRows(rows, [{ column: 1, direction: 'desc' }]).map(([id]) => id)).toEqual(['c', 'b', 'a'])
    expect(sortRows(rows, [{ column: 1, direction: 'asc' }]).map(([id]) => id)).toEqual(['b', 'c', 'a'])
  })
})
