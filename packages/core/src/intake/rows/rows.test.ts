import type { SurveyAnswerRecord } from '@kesheng/contracts/intake/records'
import { describe, expect, test } from 'vitest'
import { sampleContext, sampleNow } from '../../testing/samples.ts'
import type { RowContext } from '../row-context.ts'
import { newRowMemory } from '../to-rows.ts'
import { operationRow, statusRow } from './operation-row.ts'
import { orderRow, orderStatus, paidAmountOf } from './order-row.ts'
import { isQualityReason, refundRow } from './refund-row.ts'
import { isBlankReview, ratingOf, reviewRow } from './review-row.ts'
import { ratingRow, surveyRow } from './survey-row.ts'
import { sessionReference } from '../../identity/ids.ts'

const memory = () => newRowMemory('tenant-a')
const at = sampleNow - 5_000_003
const row = <T>(result: { row: T } | { reject: unknown }): T => {
  if ('reject' in result) throw new Error(JSON.stringify(result.reject))
  return result.row
}

describe('reviews', () => {
  test.each([
    ['此用户没有填写评价。', true],
    ['此用户未填写评价内容', true],
    ['系统默认好评!', true],
    ['', true],
    ['没有填写评价的朋友注意了，质量不错', false],
    ['默认发的顺丰，很快', false],
  ])('%s is blank: %s', (text, blank) => {
    expect(isBlankReview(text)).toBe(blank)
  })

  test.each([
    [{ rating: 'bad' as const, score: 5 }, 'bad'],
    [{ score: 5 }, 'good'],
    [{ score: 4 }, 'good'],
    [{ score: 3 }, 'neutral'],
    [{ score: 2 }, 'bad'],
    [{}, ''],
  ])('%o → %s', (record, rating) => {
    expect(ratingOf(record)).toBe(rating)
  })

  test('stars without a word are kept as blank', () => {
    const kept = row(
      reviewRow({ kind: 'reviews', text: '', score: 5, reviewedAt: at }, 2, sampleContext(), memory()),
    )
    expect(kept).toMatchObject({ blank: true, rating: 'good', sentiment: 'neutral' })
  })

  test('a follow-up and a reply are masked, their originals sealed with the first text', () => {
    const record = {
      kind: 'reviews' as const,
      text: '好用',
      appendText: '客服微信 a@b.com',
      reply: '请联系13800138000',
      reviewedAt: at,
    }
    const kept = row(reviewRow(record, 2, sampleContext(), memory()))
    expect(kept.appendText + kept.reply).not.toMatch(/a@b|13800138000/)
    expect(kept.sealedText).toContain('13800138000')
    expect(kept.maskStarts).toEqual([])
  })

  test('anonymous reviews of the same minute stay apart, a named one is the same', () => {
    const minute = Date.UTC(2026, 1, 1, 3, 4)
    const known = memory()
    const id = (buyer: string) =>
      row(reviewRow({ kind: 'reviews', text: '好', buyer, reviewedAt: minute }, 2, sampleContext(), known))
        .reviewId
    expect(id('t**1')).not.toBe(id('t**1'))
    expect(id('小鱼')).toBe(id('小鱼'))
  })
})

const orderLineId = (change: { lineId?: string; productId?: string }) =>
  row(orderRow({ kind: 'orders', orderId: '1', orderedAt: at, ...change }, 2, sampleContext(), memory()))
    .orderLineId

describe('orders', () => {
  test.each([
    [{}, 'created', 0],
    [{ paidAt: at, listAmount: 9 }, 'paid', 9],
    [{ paidAmount: 5, listAmount: 9 }, 'paid', 5],
    [{ status: 'created' as const, listAmount: 9 }, 'created', 0],
    [{ status: 'completed' as const, listAmount: 9 }, 'completed', 9],
    [{ status: 'closed' as const, paidAmount: 0 }, 'closed', 0],
  ])('%o → %s, paid %d', (record, status, paid) => {
    expect(orderStatus(record)).toBe(status)
    expect(paidAmountOf(record)).toBe(paid)
  })

  test('lines of one order differ by line id, else by product', () => {
    expect(
      new Set([
        orderLineId({}),
        orderLineId({ productId: 'a' }),
        orderLineId({ productId: 'b' }),
        orderLineId({ lineId: '2' }),
      ]).size,
    ).toBe(4)
    expect(orderLineId({ productId: 'a' })).toBe(orderLineId({ productId: 'a' }))
  })
})

const refundId = (appliedAt: number) =>
  row(refundRow({ kind: 'refunds', orderId: '1', appliedAt }, 2, sampleContext(), memory())).refundId

describe('refunds', () => {
  test.each([
    ['质量问题', true],
    ['商品破损', true],
    ['收到商品少件', true],
    ['七天无理由退换货', false],
    ['拍错/多拍', false],
    ['没有质量问题，不想要了', false],
    ['', false],
  ])('%s blames the goods: %s', (reason, expected) => {
    expect(isQualityReason(reason)).toBe(expected)
  })

  test('two refunds of one order without refund ids are told apart by time', () => {
    expect(refundId(at)).not.toBe(refundId(at + 1000))
  })
})

const answer = {
  kind: 'survey-answers' as const,
  questionId: 'q',
  questionText: '推荐吗',
  questionKind: 'nps' as const,
  score: 9,
  answeredAt: at,
}

const responseOf = (
  change: Partial<SurveyAnswerRecord>,
  content: string,
  context: Partial<RowContext> = {},
  line = 2,
) => {
  const answers = { content, occurrence: () => 0 }
  return row(surveyRow({ ...answer, ...change }, line, answers, sampleContext(context), memory())).responseId
}

describe('surveys and ratings', () => {
  test('answers of one response share it; people who answered at once do not', () => {
    expect(responseOf({ responseId: 'r1' }, 'a')).toBe(responseOf({ responseId: 'r1' }, 'b'))
    expect(responseOf({}, 'a')).not.toBe(responseOf({}, 'b'))
  })

  const untimed = { answeredAt: null }
  test.each<[name: string, change: Partial<SurveyAnswerRecord>, context: Partial<RowContext>]>([
    ['timed with an id', { responseId: '7' }, {}],
    ['timed without an id', {}, {}],
    ['untimed and wide with an id', { ...untimed, responseId: '7' }, { wide: true }],
    ['untimed without an id', untimed, { wide: true }],
  ])('a response is known again under another file name: %s', (_name, change, context) => {
    const given = { defaultTime: sampleNow, fileIdentity: 'f', ...context }
    const again = { ...given, defaultTime: sampleNow - 86_400_000, sourceId: 'other name' }
    expect(responseOf(change, 'a', again)).toBe(responseOf(change, 'a', given))
  })

  test('row numbers that start anew in the next export are other people', () => {
    const later = { responseId: '7', answeredAt: at + 86_400_000 }
    expect(responseOf(later, 'a')).not.toBe(responseOf({ responseId: '7' }, 'a'))
    const wide = { wide: true, defaultTime: sampleNow }
    const one = { ...untimed, responseId: '7' }
    expect(responseOf(one, 'a', wide)).not.toBe(responseOf(one, 'b', wide))
  })

  test('a rating names the session it was given for', () => {
    const record = { kind: 'agent-ratings' as const, agent: '小美', score: 4, ratedAt: at, sessionId: 's1' }
    expect(row(ratingRow(record, 2, sampleContext(), memory()))).toMatchObject({
      questionKind: 'agentRating',
      scaleMaximum: 5,
      agentId: 'tmall/旗舰店:小美',
      responseId: sessionReference('tenant-a', 'tmall/旗舰店', 's1'),
    })
  })
})

describe('operations', () => {
  test('a status change and an event', () => {
    const status = { kind: 'agent-status' as const, agent: '小美', status: 'online' as const, changedAt: at }
    expect(row(statusRow(status, 2, sampleContext()))).toMatchObject({ status: 'online', changedAt: at })
    const event = {
      kind: 'operation-events' as const,
      eventType: '大促',
      name: '春季上新',
      occurredAt: at,
      attributes: { 预算: 3 },
    }
    expect(row(operationRow(event, 2, sampleContext()))).toMatchObject({
      attributes: '{"预算":3}',
      value: null,
    })
  })
})
