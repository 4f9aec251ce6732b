import { evidenceRequest, queryRequest, type QueryInput } from '@kesheng/contracts/metrics/query'
import type { Scope } from '@kesheng/core/access/scope'
import { wholeTenant } from '@kesheng/core/access/scope'
import type { FactStore } from '@kesheng/core/facts/ports'
import { dimensions, dimensionsOf, metrics } from '@kesheng/core/metrics/catalogue'
import { runEvidence } from '@kesheng/core/metrics/evidence'
import { expectedOfWeek, handWorkedWeek } from '@kesheng/core/metrics/hand-worked/expected'
import { insertHandWorked } from '@kesheng/core/metrics/hand-worked/insert'
import { at, shops, tenantId } from '@kesheng/core/metrics/hand-worked/rows'
import { runQuery } from '@kesheng/core/metrics/run'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeForm } from './describe-form.ts'
import type { StoreForm } from './store-forms.ts'

const context = { now: at('09 12:00'), timezone: 'Asia/Shanghai', clock: () => 0 }
const everything = wholeTenant(tenantId)

/** Every metric and dimension against a real engine, on rows whose figures were worked out by hand. */
export function metricSuite(form: StoreForm): void {
  describeForm('metrics', form, (stores) => {
    const store: { facts: Pick<FactStore, 'query'> } = {
      facts: { query: (statement, options) => stores().facts.query(statement, options) },
    }
    beforeAll(() => insertHandWorked(stores().facts))

    const query = async (request: QueryInput, scope: Scope = everything) =>
      runQuery(store, queryRequest.parse({ timeRange: handWorkedWeek, ...request }), scope, context)
    const figure = async (metric: string, request: Partial<QueryInput> = {}, scope = everything) =>
      (await query({ metrics: [metric], ...request }, scope)).rows[0]?.[0]
    const evidence = async (metric: string, request: object = {}, scope: Scope = everything) =>
      runEvidence(
        store,
        evidenceRequest.parse({ metric, timeRange: handWorkedWeek, limit: 200, ...request }),
        scope,
        context,
      )

    describe.each(metrics.map(({ id }) => id))('%s', (id) => {
      const expected = expectedOfWeek[id]

      it('is what was worked out by hand', async () => {
        expect(await figure(id)).toBeCloseTo(expected?.value ?? Number.NaN, 5)
      })

      it('opens a list as long as the number or its sample', async () => {
        const { total, numeratorTotal, items } = await evidence(id)
        expect({ total, numeratorTotal, listed: items.length }).toEqual({
          total: expected?.n ?? expected?.value,
          numeratorTotal: expected?.numerator ?? null,
          listed: expected?.n ?? expected?.value,
        })
        if (numeratorTotal !== null) {
          expect(items.filter((item) => item.numerator)).toHaveLength(numeratorTotal)
        }
      })
    })

    it.each(dimensions.map(({ id }) => id))(
      'every metric that has it can be split by %s',
      async (dimension) => {
        const able = metrics.filter((metric) => dimensionsOf(metric).some(({ id }) => id === dimension))
        expect(able.length).toBeGreaterThan(0)
        for (let from = 0; from < able.length; from += 40) {
          const ids = able.slice(from, from + 40).map(({ id }) => id)
          const { rows } = await query({ metrics: ids, dimensions: [dimension] })
          expect(rows.length, ids.join(' ')).toBeGreaterThan(0)
        }
      },
    )

    it('answers several subjects in one statement', async () => {
      const ids = metrics.slice(0, 40).map(({ id }) => id)
      const { rows, columns } = await query({ metrics: [...ids] })
      expect(columns.map(({ id }) => id)).toEqual(ids)
      ids.forEach((id, at) =>
        expect(rows[0]?.[at], id).toBeCloseTo(expectedOfWeek[id]?.value ?? Number.NaN, 5),
      )
    })

    it('puts figures of different tables side by side', async () => {
      const { rows } = await query({
        metrics: ['inquiries', 'paidAmount', 'reviews'],
        dimensions: ['platform'],
      })
      expect(rows).toEqual([
        ['tmall', 6, 650, 3],
        ['jd', 3, 200, 2],
        ['douyin', 2, 150, 1],
      ])
    })

    it('shows every day of the range, in the workspace’s timezone', async () => {
      const { rows } = await query({ metrics: ['inquiries', 'firstResponseTime'], grain: 'day' })
      expect(rows).toEqual([
        ['2026-03-02', 2, 85],
        ['2026-03-03', 2, 85],
        ['2026-03-04', 3, 50],
        ['2026-03-05', 1, 25],
        ['2026-03-06', 1, 45],
        ['2026-03-07', 1, 300],
        ['2026-03-08', 1, null],
      ])
    })

    it('begins weeks on Monday and adds up to the whole', async () => {
      const { rows } = await query({
        metrics: ['conversations'],
        grain: 'week',
        timeRange: { from: '2026-02-23', to: '2026-03-15' },
      })
      expect(rows).toEqual([
        ['2026-02-23', 1],
        ['2026-03-02', 12],
        ['2026-03-09', 1],
      ])
    })

    it('names hours with their offset', async () => {
      const { rows } = await query({
        metrics: ['conversations'],
        grain: 'hour',
        timeRange: { from: '2026-03-02T09:00:00+08:00', to: '2026-03-02T11:00:00+08:00' },
      })
      expect(rows).toEqual([
        ['2026-03-02T09:00:00+08:00', 0],
        ['2026-03-02T10:00:00+08:00', 2],
      ])
    })

    it('compares with the days before', async () => {
      const { rows, columns } = await query({
        metrics: ['conversations', 'returningInquirers'],
        compare: 'previous',
        timeRange: { from: '2026-03-04', to: '2026-03-05' },
      })
      expect(columns.map(({ id }) => id)).toEqual([
        'conversations',
        'conversations:previous',
        'returningInquirers',
        'returningInquirers:previous',
      ])
      expect(rows).toEqual([[5, 4, 0, 1]])
    })

    it('counts a conversation under each of its intents, and lists as many', async () => {
      const { rows } = await query({ metrics: ['conversations'], dimensions: ['intent'] })
      expect(rows).toEqual([
        ['', 9],
        ['购买', 2],
        ['投诉', 1],
        ['查物流', 1],
        ['询价', 1],
      ])
      for (const [intent, count] of rows) {
        const { total } = await evidence('conversations', {
          filters: [{ dimension: 'intent', values: [String(intent)] }],
        })
        expect(total, String(intent)).toBe(count)
      }
    })

    it.each(['shop', 'agent', 'weekday', 'hour', 'stage', 'sentiment', 'scene', 'mood', 'rating'])(
      'lists as many as each part by %s says',
      async (dimension) => {
        const { rows } = await query({ metrics: ['inquirers'], dimensions: [dimension] })
        expect(rows.length).toBeGreaterThan(1)
        for (const [value, count] of rows) {
          const { total } = await evidence('inquirers', { filters: [{ dimension, values: [String(value)] }] })
          expect(total, String(value)).toBe(count)
        }
      },
    )

    it('finds a shop and an agent by full id and by bare name', async () => {
      for (const value of [shops.tmall, '晴川旗舰店']) {
        expect(await figure('inquiries', { filters: [{ dimension: 'shop', values: [value] }] })).toBe(6)
      }
      for (const value of [`${shops.tmall}:阿岚`, '阿岚']) {
        expect(await figure('inquiries', { filters: [{ dimension: 'agent', values: [value] }] })).toBe(2)
      }
      const others = { dimension: 'shop', operator: 'notIn' as const, values: ['晴川旗舰店'] }
      expect(await figure('inquiries', { filters: [others] })).toBe(5)
    })

    it('narrows conversations by what was said in them', async () => {
      const leaks = { dimension: 'level3', values: ['漏水'] }
      expect(await figure('conversations', { filters: [leaks] })).toBe(3)
      expect(await figure('conversations', { filters: [{ ...leaks, operator: 'notIn' }] })).toBe(9)
      const pleased = { dimension: 'polarity', values: ['positive'] }
      // Nobody praised the leak: both properties must meet in one mention.
      expect(await figure('conversations', { filters: [leaks, pleased] })).toBe(0)
      expect(await figure('reviews', { filters: [leaks] })).toBe(1)
    })

    it('leaves out competitors unless asked', async () => {
      expect(await figure('conversations', { ownership: ['own', 'competitor'] })).toBe(13)
      expect(await figure('conversations', { ownership: ['competitor'] })).toBe(1)
    })

    it('takes values as values, whatever they hold', async () => {
      const nasty = ["'; DROP TABLE x --", '{p1:String}', '\\', '`', '%', '😀', '\n']
      for (const dimension of ['agent', 'intent', 'level3', 'product']) {
        expect(await figure('conversations', { filters: [{ dimension, values: nasty }] })).toBe(0)
      }
    })

    describe('scope', () => {
      const jd: Scope = { tenantId, shopIds: [shops.jd], agentIds: 'all' }
      const wanwan: Scope = { tenantId, shopIds: 'all', agentIds: [`${shops.douyin}:晚晚`] }
      const all = metrics.map(({ id }) => id)
      const evidenceTotals = async (scope: Scope) =>
        Promise.all(all.map(async (id) => (await evidence(id, { timeRange: {} }, scope)).total))

      it('shows a shop’s people their shop', async () => {
        expect(await figure('conversations', {}, jd)).toBe(4)
        expect(await figure('paidAmount', {}, jd)).toBe(200)
      })

      it('shows agents what hangs on their conversations, and no reviews', async () => {
        expect(await figure('conversations', {}, wanwan)).toBe(2)
        expect(await figure('mentions', {}, wanwan)).toBe(2)
        expect(await figure('agentRatings', {}, wanwan)).toBe(1)
        expect(await figure('paidAmount', {}, wanwan)).toBe(150)
        expect(await figure('reviews', {}, wanwan)).toBe(0)
      })

      it.each<[string, Scope]>([
        ['no shop', { tenantId, shopIds: [], agentIds: 'all' }],
        ['no agent account', { tenantId, shopIds: 'all', agentIds: [] }],
        ['another workspace', wholeTenant('nobody')],
      ])('shows nothing to a reader with %s', async (_, scope) => {
        for (const metric of metrics.filter(({ noData }) => noData === 'zero')) {
          expect(await figure(metric.id, { timeRange: {} }, scope), metric.id).toBe(0)
        }
        expect(await evidenceTotals(scope)).toEqual(all.map(() => 0))
      })
    })
  })
}
