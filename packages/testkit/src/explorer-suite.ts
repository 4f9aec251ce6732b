import { wholeTenant, type Scope } from '@kesheng/core/access/scope'
import { coverage } from '@kesheng/core/catalogue/coverage'
import { sourceCounts } from '@kesheng/core/catalogue/source-counts'
import { runSelect } from '@kesheng/core/access/run-scoped'
import { conversation } from '@kesheng/core/explorer/conversation'
import { dimensionValues } from '@kesheng/core/explorer/dimension-values'
import { reveal } from '@kesheng/core/explorer/reveal'
import { searchConversations, type ConversationSearch } from '@kesheng/core/explorer/search-conversations'
import { searchOpinions } from '@kesheng/core/explorer/search-opinions'
import { searchReviews, type ReviewSearch } from '@kesheng/core/explorer/search-reviews'
import type { FactStore } from '@kesheng/core/facts/ports'
import { insertHandWorked } from '@kesheng/core/metrics/hand-worked/insert'
import {
  at,
  conversationId,
  messageId,
  reviewId,
  shops,
  tenantId,
} from '@kesheng/core/metrics/hand-worked/rows'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeForm } from './describe-form.ts'
import type { StoreForm } from './store-forms.ts'

const context = { now: at('09 12:00'), timezone: 'Asia/Shanghai' }
const everything = wholeTenant(tenantId)
const jd: Scope = { tenantId, shopIds: [shops.jd], agentIds: 'all' }
const alan: Scope = { tenantId, shopIds: 'all', agentIds: [`${shops.tmall}:阿岚`] }
const search = {
  text: '',
  filters: [],
  timeRange: { from: '2026-03-02', to: '2026-03-08' },
  ownership: ['own' as const],
  limit: 50,
  offset: 0,
}

const idsOf = ({ items }: { items: { conversationId: string }[] }) => items.map((item) => item.conversationId)

/** Searches, lists and single pages against a real engine, on the hand-worked rows. */
export function explorerSuite(form: StoreForm): void {
  describeForm('explorer', form, (stores) => {
    const store: { facts: Pick<FactStore, 'query'> } = {
      facts: { query: (statement, options) => stores().facts.query(statement, options) },
    }
    beforeAll(() => insertHandWorked(stores().facts))

    const conversations = async (request: Partial<ConversationSearch>, scope = everything) =>
      searchConversations(store, { ...search, sort: 'newest', ...request }, scope, context)

    const values = async (dimension: string, search?: string, scope = everything) =>
      dimensionValues(store, { dimension, search, limit: 3 }, scope, context)

    describe('conversations', () => {
      it('lists all of the week, newest first', async () => {
        const found = await conversations({})
        expect(found.total).toBe(12)
        expect(idsOf(found)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 3, 1].map(conversationId))
        expect(found.items.at(-1)).toMatchObject({
          startedAt: '2026-03-02T10:00:00+08:00',
          buyerName: '买家一',
          firstResponseSeconds: 20,
          intents: ['购买', '询价'],
          converted: true,
          snippet: null,
        })
      })

      it.each([
        ['oldest', 1],
        ['mostNegative', 11],
        ['slowest', 11],
        ['longest', 4],
      ] as const)('sorts by %s', async (sort, first) => {
        expect(idsOf(await conversations({ sort, limit: 1 }))).toEqual([conversationId(first)])
      })

      it('pages without losing the total', async () => {
        const first = await conversations({ limit: 5 })
        const second = await conversations({ limit: 5, offset: 5 })
        const beyond = await conversations({ limit: 5, offset: 50 })
        expect([first.total, second.total, beyond.total]).toEqual([12, 12, 12])
        expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(10)
        expect(beyond.items).toEqual([])
      })

      it.each([
        ['two characters', '漏水', [3]],
        ['three characters', '杯盖漏', [3]],
        ['one character', '杯', [3, 1]],
        ['two words in one message', '漏水 保温', [3]],
        ['two words in different messages', '漏水 等了', []],
        ['pairs that do not stand together', '盖水', []],
        ['all pairs, other order', '漏水杯盖', []],
        ['digits', '500', [1]],
        ['nothing', '退款', []],
        ['a percent sign is itself', '%', []],
      ])('finds %s', async (_, text, expected) => {
        const found = await conversations({ text })
        expect(idsOf(found)).toEqual(expected.map(conversationId))
        expect(found.total).toBe(expected.length)
      })

      it('shows the words found', async () => {
        const { items } = await conversations({ text: '漏水' })
        expect(items[0]?.snippet).toBe('杯盖漏水，保温也不行')
      })

      it('narrows by filters and words together', async () => {
        const filters = [{ dimension: 'sentiment', operator: 'in' as const, values: ['positive'] }]
        expect((await conversations({ text: '保温', filters })).total).toBe(1)
      })

      it('stays within the reader’s scope', async () => {
        expect((await conversations({ text: '保温' }, jd)).total).toBe(0)
        expect(idsOf(await conversations({ text: '保温' }, alan))).toEqual([conversationId(3)])
        expect((await conversations({}, wholeTenant('nobody'))).total).toBe(0)
      })
    })

    describe('one conversation', () => {
      const open = async (id: number, scope = everything) =>
        conversation(
          store,
          { conversationId: conversationId(id), attributionWindowHours: 72 },
          scope,
          context,
        )

      it('has its thread, opinions and orders with refunds', async () => {
        const view = await open(1)
        expect(view.conversation).toMatchObject({ sentiment: 'positive', analyzer: 'hand' })
        expect(view.conversation.attribution).toEqual({
          windowHours: 72,
          rule: 'latest-served-before-order',
          attributedAmount: 300,
        })
        expect(view.messages.map((message) => message.messageId)).toEqual(
          [1, 2, 3, 4, 5, 6, 7].map(messageId),
        )
        expect(view.opinions.map((mark) => mark.level3)).toEqual(['服务热情'])
        expect(view.orders).toEqual([
          expect.objectContaining({
            orderId: '1001',
            attributed: true,
            quantity: 3,
            paidAmount: 300,
            productName: '保温杯500、杯刷',
            refund: {
              amount: 150,
              reason: '不想要了',
              status: '退款成功',
              appliedAt: '2026-03-07T09:00:00+08:00',
            },
          }),
          expect.objectContaining({ orderId: '1004', attributed: false, refund: null }),
        ])
      })

      it.each([
        ['another shop', 1, jd],
        ['another agent', 1, alan],
        ['another workspace', 1, wholeTenant('nobody')],
        ['deleted', 24, everything],
      ])('is not found: %s', async (_, id, scope) => {
        await expect(open(id, scope)).rejects.toMatchObject({ code: 'NotFound' })
      })

      it('opens for its agent', async () => {
        const view = await open(3, alan)
        expect(view.messages).toHaveLength(7)
        expect(view.opinions).toHaveLength(2)
      })
    })

    it('finds reviews with their opinions', async () => {
      const request: ReviewSearch = { ...search, text: '漏水', sort: 'newest' }
      const { total, items } = await searchReviews(store, request, everything, context)
      expect(total).toBe(1)
      expect(items[0]).toMatchObject({ reviewId: reviewId(2), appendText: '客服一直没处理', rating: 'bad' })
      expect(items[0]?.opinions.map((mark) => mark.level3)).toEqual(['漏水'])
      expect((await searchReviews(store, { ...request, text: '' }, alan, context)).total).toBe(0)
    })

    it('quotes opinions with the whole text they stand in', async () => {
      const filters = [{ dimension: 'level3', operator: 'in' as const, values: ['漏水', '价格一般'] }]
      const { total, items } = await searchOpinions(store, { ...search, filters }, everything, context)
      expect(total).toBe(5)
      const texts = items.map((item) => [item.subjectKind, item.text])
      expect(texts).toContainEqual(['conversation', '杯盖漏水，保温也不行'])
      expect(texts).toContainEqual(['review', '第二天就漏水'])
      expect(texts).toContainEqual(['survey', '价格一般'])
      expect((await searchOpinions(store, { ...search, text: '密封' }, everything, context)).total).toBe(4)
    })

    it('lists values of a dimension with labels and counts', async () => {
      expect(await values('shop')).toEqual([
        { value: shops.tmall, label: '晴川旗舰店', count: expect.any(Number) },
        { value: shops.jd, label: '晴川自营店', count: expect.any(Number) },
        { value: shops.douyin, label: '晴川小店', count: expect.any(Number) },
      ])
      expect(await values('agent', '岚')).toEqual([{ value: `${shops.tmall}:阿岚`, label: '阿岚', count: 4 }])
      expect((await values('buyer', '买家')).map(({ label }) => label)).toEqual(['买家一'])
      expect((await values('level3', undefined, jd)).map(({ value }) => value)).toEqual(['保温好'])
      expect(await values('shop', undefined, wholeTenant('nobody'))).toEqual([])
    })

    it('opens an original only with the permission and after the audit entry', async () => {
      const steps: string[] = []
      const ports = {
        ...store,
        people: { audit: async () => void steps.push('audit') },
        sealer: { open: (sealed: string) => (steps.push('open'), sealed) },
        randomId: () => 'audit-1',
      }
      const request = { kind: 'message' as const, id: messageId(4), reason: '核对', actor: 'user-1' }
      const none = reveal(ports, { ...request, permissions: [] }, everything, context)
      await expect(none).rejects.toMatchObject({ code: 'NotAllowed' })
      const permissions = ['pii.reveal' as const]
      await expect(reveal(ports, { ...request, permissions }, jd, context)).rejects.toMatchObject({
        code: 'NotFound',
      })
      expect(steps).toEqual([])
      const { text } = await reveal(ports, { ...request, permissions }, everything, context)
      expect(text).toBe('对，500毫升的保温效果怎么样')
      expect(steps).toEqual(['audit'])
    })

    it('counts coverage and sources', async () => {
      const matrix = await coverage(store, everything, context)
      expect(matrix.channels).toEqual(['tmall'])
      expect(matrix.cells).toContainEqual({ role: 'buyer', stage: 'presale', channel: 'tmall', count: 7 })
      expect(matrix.cells).toContainEqual({ role: 'buyer', stage: 'aftersale', channel: 'tmall', count: 0 })
      const counts = await runSelect<{ noun: string; amount: number }>(
        store.facts,
        sourceCounts(everything),
        context,
      )
      expect(counts.find(({ noun }) => noun === 'message')?.amount).toBe(14)
      expect(counts.find(({ noun }) => noun === 'order_line')?.amount).toBe(8)
    })
  })
}
