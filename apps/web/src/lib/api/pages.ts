import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call, type CallInput } from './call.ts'

interface Page<Item> {
  total: number
  items: Item[]
}

type BodyOf<R extends Route> = RouteInput<R> extends { body: infer Body } ? Body : never
type ItemOf<R extends Route> = RouteOutput<R> extends Page<infer Item> ? Item : never

/** How many rows come before the next page; undefined when all have been read. */
export function nextOffset(last: Page<unknown>, pages: readonly Page<unknown>[]): number | undefined {
  const read = pages.reduce((sum, page) => sum + page.items.length, 0)
  return read < last.total && last.items.length > 0 ? read : undefined
}

/**
 * A list read page by page as one scrolls. `more` loads the next page, if there is one and none is on its way; what
 * was shown stays until a changed search has its first page. The key begins with the route id, so events refresh it.
 */
export function usePages<R extends Route>(route: R, body: BodyOf<R>, pageSize: number) {
  const query = useInfiniteQuery({
    queryKey: [route.id, body] as const,
    queryFn: ({ pageParam, signal }) => {
      const page = { ...(body as object), limit: pageSize, offset: pageParam }
      return call(route, { body: page, signal } as unknown as CallInput<R>) as Promise<Page<ItemOf<R>>>
    },
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { query, items, total: data?.pages[0]?.total, more }
}
