import { queryRequest, type QueryInput } from '@kesheng/contracts/metrics/query'
import { describe, expect, it } from 'vitest'
import { wholeTenant } from '../access/scope.ts'
import { metrics } from './catalogue.ts'
import { compileQuery } from './compile.ts'

const context = { now: Date.parse('2026-03-09T04:00:00Z'), timezone: 'Asia/Shanghai' }
const scope = wholeTenant('acme')
const week = { from: '2026-03-02', to: '2026-03-08' }
const compile = (request: QueryInput) =>
  compileQuery(queryRequest.parse({ timeRange: week, ...request }), scope, context)

/** A statement as it is kept: the parameters, then the text. */
function golden(request: QueryInput): string {
  const { statement } = compile(request)
  const params = Object.entries(statement.params).map(
    ([name, value]) => `-- ${name} = ${JSON.stringify(value)}`,
  )
  return `${[...params, statement.sql].join('\n')}\n`
}

describe('golden SQL', () => {
  it.each(metrics.map(({ id }) => id))('of %s', async (id) => {
    await expect(golden({ metrics: [id] })).toMatchFileSnapshot(`golden/${id}.golden.sql`)
  })

  it.each<[string, QueryInput]>([
    [
      'several-subjects',
      { metrics: ['inquiries', 'paidAmount', 'refundRateByAmount'], dimensions: ['platform', 'shop'] },
    ],
    ['by-week', { metrics: ['inquirers', 'repeatBuyers'], grain: 'week' }],
    ['by-hour', { metrics: ['inquiries'], grain: 'hour' }],
    ['compare-previous', { metrics: ['inquiries', 'repurchaseRate'], compare: 'previous' }],
    [
      'filters',
      {
        metrics: ['inquiries'],
        dimensions: ['intent'],
        filters: [
          { dimension: 'shop', values: ['晴川旗舰店'] },
          { dimension: 'intent', values: ['购买', ''] },
          { dimension: 'agent', operator: 'notIn', values: ['小禾'] },
          { dimension: 'level3', values: ['漏水'] },
          { dimension: 'polarity', values: ['negative'] },
          { dimension: 'department', operator: 'notIn', values: ['客服部'] },
        ],
        ownership: ['own', 'competitor'],
        orderBy: ['intent', { id: 'inquiries' }],
        limit: 20,
      },
    ],
  ])('of a request: %s', async (name, request) => {
    await expect(golden(request)).toMatchFileSnapshot(`golden/request-${name}.golden.sql`)
  })
})

describe('compileQuery', () => {
  it('reads a table once for all metrics of a subject', () => {
    const ids = ['inquirers', 'inquiries', 'replyRate', 'netSentiment', 'inquiryConversion']
    expect(compile({ metrics: ids }).statement.sql.match(/FROM fact_/g)).toHaveLength(1)
  })

  it('computes a measure two metrics share once', () => {
    const { statement } = compile({ metrics: ['inquiryConversion', 'inquiryLossRate', 'presaleInquirers'] })
    expect(statement.sql.match(/uniqExactIf/g)).toHaveLength(2)
  })

  it('describes its columns', () => {
    const { columns } = compile({ metrics: ['inquiries', 'replyRate'], dimensions: ['shop'], grain: 'day' })
    expect(columns).toEqual([
      { id: 'time', type: 'time', unit: '' },
      { id: 'shop', type: 'text', unit: '' },
      { id: 'inquiries', type: 'number', unit: 'count' },
      { id: 'replyRate', type: 'number', unit: 'share' },
    ])
  })

  it.each<[string, QueryInput, RegExp]>([
    ['a metric that is not', { metrics: ['firstRespTime'] }, /firstResponseTime/],
    ['a metric by its Chinese name', { metrics: ['首响时长'] }, /firstResponseTime/],
    ['a dimension that is not', { metrics: ['inquiries'], dimensions: ['shopp'] }, /shop/],
    ['a dimension the metric has not', { metrics: ['reviews'], dimensions: ['agent'] }, /reviews/],
    [
      'a filter the metric has not',
      { metrics: ['paidAmount'], filters: [{ dimension: 'scene', values: ['x'] }] },
      /paidAmount/,
    ],
    [
      'an unknown filter',
      { metrics: ['inquiries'], filters: [{ dimension: 'stages', values: ['x'] }] },
      /stage/,
    ],
    ['an order that is not in the result', { metrics: ['inquiries'], orderBy: ['-inquirers'] }, /inquiries/],
    ['compare with a grain', { metrics: ['inquiries'], grain: 'day', compare: 'previous' }, /grain/],
    ['compare without an end', { metrics: ['inquiries'], compare: 'previous', timeRange: {} }, /closed/],
  ])('refuses %s and says what would fit', (_, request, hint) => {
    const error = (() => {
      try {
        return compile(request)
      } catch (caught) {
        return caught
      }
    })()
    expect(error).toMatchObject({ code: 'InvalidInput' })
    const { issues, remedy, message } = error as { issues: object; remedy: object; message: string }
    expect(JSON.stringify([issues, remedy, message])).toMatch(hint)
  })
})
