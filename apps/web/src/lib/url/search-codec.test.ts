import { array, assert, constantFrom, property, record, string, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './search-codec.ts'

const filter = record({
  dimension: constantFrom('platform', 'shop', 'scene', 'level3'),
  operator: constantFrom('in' as const, 'notIn' as const),
  values: array(string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
})
const filters = uniqueArray(filter, {
  minLength: 1,
  maxLength: 4,
  selector: ({ dimension, operator }) => `${dimension} ${operator}`,
})

describe('search parameters', () => {
  it('reads as a person would write it', () => {
    const search = stringifySearch({
      period: '30d',
      filters: [
        { dimension: 'platform', operator: 'in', values: ['jd', 'tmall'] },
        { dimension: 'scene', operator: 'notIn', values: ['售后/退款'] },
      ],
      evidence: { metric: 'inquiries', filters: [{ dimension: 'level3', operator: 'in', values: ['异味'] }] },
    })
    expect(search).toBe(
      '?period=30d&in.platform=jd&in.platform=tmall&not.scene=售后/退款&evidence=inquiries&evidence.in.level3=异味',
    )
  })

  it('keeps the evidence period apart from the page period', () => {
    const values = parseSearch('?period=7d&evidence=inquiries&evidence.period=2026-11-01..2026-11-01')
    expect(values).toEqual({
      period: '7d',
      evidence: { metric: 'inquiries', filters: [], period: '2026-11-01..2026-11-01' },
    })
  })

  it('drops values without text and ignores evidence details without a metric', () => {
    expect(stringifySearch({ text: undefined, page: 2 })).toBe('?page=2')
    expect(parseSearch('?evidence.in.level3=异味')).toEqual({})
  })

  it('comes back unchanged through the address bar', () => {
    assert(
      property(filters, string({ minLength: 1, unit: 'grapheme' }), (given, text) => {
        const values = { text, filters: given, evidence: { metric: 'reviews', filters: given } }
        const address = new URL(`http://localhost/${stringifySearch(values)}`)
        expect(parseSearch(address.search)).toEqual(values)
      }),
    )
  })
})
