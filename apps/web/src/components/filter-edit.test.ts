import type { Filter } from '@kesheng/contracts/metrics/query'
import { describe, expect, it } from 'vitest'
import { valuesOf, withValues } from './filter-edit.ts'

const filters: Filter[] = [
  { dimension: 'platform', operator: 'in', values: ['jd'] },
  { dimension: 'scene', operator: 'notIn', values: ['售前/尺码'] },
]

describe('withValues', () => {
  it('changes a filter in its place', () => {
    expect(withValues(filters, 'platform', ['jd', 'tmall'])).toEqual([
      { dimension: 'platform', operator: 'in', values: ['jd', 'tmall'] },
      filters[1],
    ])
  })
  it('adds at the end and removes when nothing is chosen', () => {
    expect(withValues(filters, 'agent', ['a'], 'notIn').at(-1)).toEqual({
      dimension: 'agent',
      operator: 'notIn',
      values: ['a'],
    })
    expect(withValues(filters, 'platform', [])).toEqual([filters[1]])
  })
})

describe('valuesOf', () => {
  it('is empty for a dimension without a filter', () => {
    expect(valuesOf(filters, 'shop')).toEqual([])
    expect(valuesOf(filters, 'scene')).toEqual(['售前/尺码'])
  })
})
