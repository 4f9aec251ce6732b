import { reviewFact } from '@kesheng/contracts/facts/review'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeTenant } from '../access/scope.ts'
import { facts, select, sql } from '../access/sql/nodes.ts'
import { renderStatement } from '../access/sql/render.ts'
import { searchTerms, snippetOf, textConditions } from './text-search.ts'

function conditionsOf(typed: string): { conditions: string[]; params: unknown[] } {
  const statement = renderStatement(
    select({
      columns: [{ as: 'n', sql: sql`count()` }],
      from: facts(reviewFact, wholeTenant('t')),
      where: textConditions(searchTerms(typed)),
    }),
    { timezone: 'UTC' },
  )
  const conditions = statement.sql.split('\n').filter((line) => /hasAllTokens|position/.test(line))
  return {
    conditions: conditions.map((line) => line.trim()),
    params: Object.values(statement.params).slice(1),
  }
}

describe('textConditions', () => {
  it('asks the index alone for two characters', () => {
    expect(conditionsOf('漏水')).toEqual({
      conditions: ['AND hasAllTokens(text, {p2:Array(String)})'],
      params: [['漏水']],
    })
  })

  it('checks that the pairs of a longer word stand together', () => {
    expect(conditionsOf('保温杯')).toEqual({
      conditions: ['AND hasAllTokens(text, {p2:Array(String)})', 'AND position(text, {p3:String}) > 0'],
      params: [['保温', '温杯'], '保温杯'],
    })
  })

  it('looks for one character in every text', () => {
    expect(conditionsOf('杯')).toEqual({
      conditions: ['AND position(text, {p2:String}) > 0'],
      params: ['杯'],
    })
  })

  it('does not mind the case of letters and uses the pairs that have none', () => {
    expect(conditionsOf('手机iPhone15')).toEqual({
      conditions: [
        'AND hasAllTokens(text, {p2:Array(String)})',
        'AND positionCaseInsensitiveUTF8(text, {p3:String}) > 0',
      ],
      params: [['手机', '15'], '手机iPhone15'],
    })
  })

  it('wants all words', () => {
    const { params, conditions } = conditionsOf(' 漏水  保温杯\t漏水 ')
    expect(params).toEqual([['漏水', '保温', '温杯'], '保温杯'])
    expect(conditions).toHaveLength(2)
  })

  it('cuts no character in half', () => {
    expect(conditionsOf('😀😁').params).toEqual([['😀😁']])
  })

  it('asks for nothing when nothing is typed', () => {
    expect(textConditions(searchTerms('  '))).toEqual([])
  })
})

describe('snippetOf', () => {
  it('shows the words around the first term', () => {
    const words = `${'前'.repeat(40)}漏水${'后'.repeat(80)}`
    const snippet = snippetOf(words, ['保温', '漏水'])
    expect(snippet).toBe(`…${'前'.repeat(16)}漏水${'后'.repeat(46)}…`)
  })

  it('is the whole of a short text', () => {
    expect(snippetOf('杯盖\n漏水', ['漏水'])).toBe('杯盖 漏水')
  })

  it('stays short and whole for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        (words, term) => {
          const snippet = snippetOf(words, [term])
          expect([...snippet].length).toBeLessThanOrEqual(66)
          expect(snippet).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })
})
