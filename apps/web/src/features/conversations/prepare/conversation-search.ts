import { z } from 'zod'
import { pageSearch } from '#lib/page/page-search.ts'

export const conversationSorts = ['newest', 'oldest', 'mostNegative', 'slowest', 'longest'] as const

/** What the address of the conversation pages can say beside the page's frame. */
export const conversationSearch = pageSearch.extend({
  /** The message to begin at, as a link from a quote names it. */
  message: z.uuid().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  sort: z.enum(conversationSorts).optional().catch(undefined),
})
export type ConversationSearch = z.infer<typeof conversationSearch>
