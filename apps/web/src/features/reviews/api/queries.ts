import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import type { RouteInput } from '@kesheng/contracts/http/route'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '#lib/api/call.ts'

const pageSize = 50
type SearchBody = RouteInput<typeof explorerRoutes.searchReviews>['body']

export function reviewPages(search: SearchBody) {
  return infiniteQueryOptions({
    queryKey: [explorerRoutes.searchReviews.id, search] as const,
    queryFn: ({ pageParam, signal }) =>
      call(explorerRoutes.searchReviews, { body: { ...search, limit: pageSize, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.total && last.items.length > 0 ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
}
