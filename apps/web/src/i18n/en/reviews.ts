import type { Translated } from '../translated.ts'
import type { reviews as source } from '../zh/reviews.ts'

export const reviews: Translated<typeof source> = {
  list: 'Reviews',
  total: '{{n}} reviews',
  searchLabel: 'Search reviews',
  searchPlaceholder: 'Search reviews',
  whose: 'Whose reviews',
  sort: 'Order',
  sorts: { newest: 'Newest', oldest: 'Oldest', mostNegative: 'Most negative', lowestScore: 'Lowest score' },
  score: '{{n}} stars',
  timeAssumed: 'no original time',
  onlyOne: 'Only the linked review is shown.',
  showAll: 'Show all reviews',
  blank: 'The buyer wrote nothing',
  append: 'Follow-up',
  reply: 'Reply',
  order: 'order {{id}}',
  decision: 'Decided by {{by}} · {{decider}} · confidence {{confidence}}',
}
