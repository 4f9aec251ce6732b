import type { ReviewItem } from '@kesheng/contracts/http/views'
import type { Mark } from '#components/marks/segments.ts'

/** Opinions and masks of a review's own text; opinions found in the follow-up carry offsets of that text instead. */
export function reviewMarks(review: ReviewItem): Mark[] {
  const opinions = review.opinions.filter(({ start, end, quote }) => review.text.slice(start, end) === quote)
  return [
    ...opinions.map(({ opinionId, start, end, polarity, level1, level2, level3 }) => ({
      id: opinionId,
      kind: 'opinion' as const,
      start,
      end,
      polarity,
      label: `${level1} › ${level2} › ${level3}`,
    })),
    ...review.masks.map(({ start, end, kind }, index) => ({
      id: `${review.reviewId} mask ${index}`,
      kind: 'mask' as const,
      start,
      end,
      polarity: 0,
      label: kind,
    })),
  ]
}
