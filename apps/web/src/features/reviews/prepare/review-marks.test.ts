import type { ReviewItem } from '@kesheng/contracts/http/views'
import { expect, it } from 'vitest'
import { reviewMarks } from './review-marks.ts'

const opinion = (opinionId: string, start: number, quote: string) => ({
  opinionId,
  textId: 'r',
  level1: '物流',
  level2: '包装',
  level3: '包装破损',
  polarity: -1,
  strength: 2,
  start,
  end: start + quote.length,
  quote,
  confidence: 0.9,
  decidedBy: 'rule',
  decider: 'base@1',
})

it('keeps opinions whose words stand at their offsets, and every mask', () => {
  const review = {
    reviewId: 'r',
    text: '盒子破了，联系138****0000',
    masks: [{ start: 7, end: 18, kind: 'phone' }],
    opinions: [opinion('a', 0, '盒子破了'), opinion('b', 0, '用了两周')],
  } as unknown as ReviewItem
  expect(reviewMarks(review).map(({ id, kind }) => `${kind} ${id}`)).toEqual(['opinion a', 'mask r mask 0'])
})
