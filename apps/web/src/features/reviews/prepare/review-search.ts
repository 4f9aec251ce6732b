import { ownerships } from '@kesheng/contracts/facts/common'
import { z } from 'zod'
import { pageSearch } from '#lib/page/page-search.ts'

export const reviewSorts = ['newest', 'oldest', 'mostNegative', 'lowestScore'] as const

/** What the address of the reviews page can say beside the page's frame. */
export const reviewSearch = pageSearch.extend({
  q: z.string().max(200).optional().catch(undefined),
  sort: z.enum(reviewSorts).optional().catch(undefined),
  /** One review, as a link from an evidence list names it. */
  review: z.uuid().optional().catch(undefined),
  /** Whose reviews; the brand's own when absent. */
  whose: z.enum(ownerships).optional().catch(undefined),
})
export type ReviewSearch = z.infer<typeof reviewSearch>
