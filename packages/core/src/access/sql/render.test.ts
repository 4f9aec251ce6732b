import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { reviewFact } from '@kesheng/contracts/facts/review'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeTenant, type Scope } from '../scope.ts'
import { anyVersion, facts, joined, name, select, sql, subquery, text, texts } from './nodes.ts'
import { renderStatement } from './render.ts'

const context = { timezone: 'Asia/Shanghai' }
const all = wholeTenant('one')
const count = { as: 'n', sql: sql`count()` }
const render = (...arguments_: Parameters<typeof select>) => renderStatement(select(...arguments_), context)

describe('scope in statements', () => {
  it.each(factTables.map((table) => table as unknown as FactTable))(
    '$table is read within its tenant',
    (table) => {
      for (const from of [facts(table, all), anyVersion(table, all)]) {
        const { sql: text, params } = render({ columns: [count], from })
        expect(text).toContain('tenant_id = {p1:String}')
        expect(params.p1).toBe('one')
      }
    },
  )

  it('enters nested reads and every part of a union', () => {
    const inner = select({ columns: [count], from: facts(reviewFact, all) })
    const { sql: text } = render({
      columns: [count],
      from: { kind: 'union', selects: [inner, { ...inner, where: [sql`review_id IN ${subquery(inner)}`] }] },
    })
    expect(text.match(/FROM fact_/g)).toHaveLength(3)
    expect(text.match(/tenant_id = /g)).toHaveLength(3)
  })

  it.each<[string, Scope]>([
    ['no shop', { ...all, shopIds: [] }],
    ['no agent account', { ...all, agentIds: [] }],
    ['no agent account but a shop', { ...all, shopIds: ['jd/a'], agentIds: [] }],
  ])('is false for a reader with %s, on every table', (_, scope) => {
    for (const table of factTables) {
      const { sql: text } = render({ columns: [count], from: facts(table as unknown as FactTable, scope) })
      expect(text, table.noun).toMatch(/AND false/)
    }
  })

  it('hides from agents what cannot be tied to them', () => {
    const scope = { ...all, agentIds: ['jd/a:b'] }
    expect(render({ columns: [count], from: facts(reviewFact, scope) }).sql).toMatch(/AND false/)
    expect(render({ columns: [count], from: facts(conversationFact, scope) }).sql).toContain(
      'hasAny(agent_ids',
    )
  })
})

describe('texts and values', () => {
  it.each(['1 FROM fact_review_v1', 'x JOIN y', 'log_message_v1', 'INSERT INTO t'])(
    'refuses the text %s',
    (written) => {
      const strings = Object.assign([written], { raw: [written] })
      expect(() => sql(strings)).toThrowError(/may not name tables/)
    },
  )

  it('never lets a value into the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (values) => {
        const plain = render({
          columns: [count],
          from: facts(reviewFact, all),
          where: [sql`text IN ${texts(['x'])}`],
        })
        const { sql: text, params } = render({
          columns: [count],
          from: facts(reviewFact, all),
          where: [sql`text IN ${texts(values)}`],
        })
        expect(text).toBe(plain.sql)
        expect(params.p2).toEqual(values)
      }),
    )
  })

  it('gives equal values one parameter', () => {
    const { sql: text_, params } = render({
      columns: [{ as: 'n', sql: sql`${text('a')} = ${text('b')} AND ${text('a')} = ${texts(['a'])}` }],
      from: facts(reviewFact, all),
    })
    expect(text_).toContain('{p1:String} = {p2:String} AND {p1:String} = {p3:Array(String)}')
    expect(Object.keys(params)).toEqual(['p1', 'p2', 'p3', 'p4'])
  })

  it('quotes names that are not plain words', () => {
    const { sql: text } = render({
      columns: [{ as: 'a:previous`; --', sql: name('a') }],
      from: facts(reviewFact, all),
    })
    expect(text).toContain('a AS `a:previous; --`')
  })

  it('refuses page sizes that are not counts', () => {
    for (const limit of [-1, 1.5, Number.NaN]) {
      expect(() => render({ columns: [count], from: facts(reviewFact, all), limit })).toThrowError(
        /row count/,
      )
    }
  })

  it('joins nodes', () => {
    expect(joined([], ', ').texts).toEqual([''])
    const { sql: text } = render({
      columns: [{ as: 'x', sql: joined([sql`a`, sql`b`, sql`c`], ' OR ') }],
      from: facts(reviewFact, all),
    })
    expect(text).toContain('a OR b OR c AS x')
  })
})
