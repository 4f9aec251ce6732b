import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import type { RouteInput } from '@kesheng/contracts/http/route'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '#lib/api/call.ts'
import { routeQuery } from '#lib/api/queries.ts'

const pageSize = 100
type SearchBody = RouteInput<typeof explorerRoutes.searchConversations>['body']

/** Conversations page by page; the key begins with the route id, so events refresh it. */
export function conversationPages(search: SearchBody) {
  return infiniteQueryOptions({
    queryKey: [explorerRoutes.searchConversations.id, search] as const,
    queryFn: ({ pageParam, signal }) =>
      call(explorerRoutes.searchConversations, {
        body: { ...search, limit: pageSize, offset: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.total && last.items.length > 0 ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
}

export function conversationQuery(id: string) {
  return routeQuery(explorerRoutes.conversation, { params: { id } })
}
