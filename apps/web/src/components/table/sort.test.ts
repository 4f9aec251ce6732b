import { describe, expect, it } from 'vitest'
import { nextSort, sortRows } from './sort.ts'

describe('sortRows', () => {
  it('keeps rows without a value last both ways and leaves the input alone', () => {
    const rows = [{ n: 2 }, { n: null }, { n: 10 }]
    expect(sortRows(rows, (row) => row.n, 'asc').map((row) => row.n)).toEqual([2, 10, null])
    expect(sortRows(rows, (row) => row.n, 'desc').map((row) => row.n)).toEqual([10, 2, null])
    expect(rows[0]?.n).toBe(2)
  })

  it('orders Chinese by pinyin', () => {
    expect(sortRows(['天猫', '抖音', '京东'], (name) => name, 'asc')).toEqual(['抖音', '京东', '天猫'])
  })
})

describe('nextSort', () => {
  it('starts numbers from the top and text from A, then turns round', () => {
    expect(nextSort(null, 'mentions', true)).toEqual({ column: 'mentions', direction: 'desc' })
    expect(nextSort(null, 'name', false)).toEqual({ column: 'name', direction: 'asc' })
    expect(nextSort({ column: 'name', direction: 'asc' }, 'name', false).direction).toBe('desc')
  })
})
