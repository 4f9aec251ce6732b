import type { ReviewItem } from '@kesheng/contracts/http/views'
import type { Scope } from '../access/scope.ts'
import { sql, type OrderItem } from '../access/sql/nodes.ts'
import type { FactStore } from '../facts/ports.ts'
import { loadReviews } from './load-reviews.ts'
import type { Reading, ReadingContext } from './ports.ts'
import { ordered, searchRefs, type SearchRequest } from './search-page.ts'
import { searchTerms, textConditions } from './text-search.ts'

export type ReviewSort = 'newest' | 'oldest' | 'mostNegative' | 'lowestScore'

export interface ReviewSearch extends SearchRequest {
  readonly sort: ReviewSort
}

const orders: Readonly<Record<ReviewSort, OrderItem[]>> = {
  newest: ordered('review', sql`reviewed_at`, 'desc'),
  oldest: ordered('review', sql`reviewed_at`, 'asc'),
  mostNegative: ordered('review', sql`sentiment_score`, 'asc'),
  lowestScore: ordered('review', sql`ifNull(score, 6)`, 'asc'),
}

/** Reviews by filters and words, with the opinions in them. */
export async function searchReviews(
  { facts }: { facts: Pick<FactStore, 'query'> },
  request: ReviewSearch,
  scope: Scope,
  context: ReadingContext,
): Promise<{ total: number; items: ReviewItem[] }> {
  const reading: Reading = { facts, scope, context }
  const where = textConditions(searchTerms(request.text))
  const { total, refs } = await searchRefs(reading, 'review', request, {
    where,
    orderBy: orders[request.sort],
  })
  return { total, items: await loadReviews(reading, refs) }
}
