import { describe, expect, it } from 'vitest'
import { evidenceRow, placeOf } from './evidence-row.ts'

const opinion = {
  opinionId: 'o1',
  textId: 't1',
  level1: '产品',
  level2: '使用感受',
  level3: '搓泥',
  polarity: -1,
  strength: 2,
  start: 3,
  end: 5,
  quote: '搓泥',
  confidence: 0.9,
  decidedBy: 'rule',
  decider: 'base@1',
  subjectKind: 'review',
  subjectId: 'r1',
  occurredAt: '2026-11-01T02:00:00Z',
  platform: 'tmall',
  shopId: 'tmall/花见旗舰店',
  agentId: '',
  productName: '面霜',
  text: '涂完就搓泥了',
}

describe('evidenceRow', () => {
  it('names an opinion by its three levels and leads to the review it stands in', () => {
    const row = evidenceRow({ subject: 'opinion', numerator: true, opinion })
    expect(row).toMatchObject({
      title: '产品 / 使用感受 / 搓泥',
      reviewId: 'r1',
      conversationId: null,
      polarity: -1,
    })
    expect(row.text.slice(row.span?.start, row.span?.end)).toBe('搓泥')
  })

  it('leads a conversation opinion to the conversation', () => {
    const said = { ...opinion, subjectKind: 'conversation', subjectId: 'c1' }
    const row = evidenceRow({ subject: 'opinion', numerator: false, opinion: said })
    expect(placeOf(row)).toEqual({ path: '/conversations/c1', search: {} })
  })

  it('dates a refund by its application and shows its amount', () => {
    const row = evidenceRow({
      subject: 'refund',
      numerator: true,
      order: {
        orderId: 'n1',
        orderedAt: '2026-10-01T00:00:00Z',
        paidAt: null,
        platform: 'jd',
        shopId: 'jd/甲店',
        productName: '电饭煲',
        quantity: 1,
        paidAmount: 299,
        status: 'closed',
        attributed: false,
        refund: { amount: 299, reason: '内胆掉漆', status: 'success', appliedAt: '2026-10-05T00:00:00Z' },
      },
    })
    expect(row).toMatchObject({ at: '2026-10-05T00:00:00Z', refundAmount: 299, text: '内胆掉漆' })
  })
})
