import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from './call.ts'

/** Query options of a reading operation; the key is `[route id, input]`, so events can invalidate by area. */
export function routeQuery<R extends Route>(route: R, input: RouteInput<R>) {
  return queryOptions({
    queryKey: [route.id, input] as const,
    queryFn: ({ signal }): Promise<RouteOutput<R>> =>
      call(route, { ...(input as object), signal } as CallInput<R>),
    placeholderData: keepPreviousData,
  })
}

/** A changing operation; afterwards everything of the named areas (leading parts of route ids) is read again. */
export function useRouteMutation<R extends Route>(route: R, areas: readonly string[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: RouteInput<R>) => call(route, input as CallInput<R>),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => inAreas(queryKey, areas) }),
  })
}

/** Is a query of one of these areas? `['people.list', …]` is in `people`, and in `people.list`. */
export function inAreas(queryKey: readonly unknown[], areas: readonly string[]): boolean {
  const id = String(queryKey[0])
  return areas.some((area) => id === area || id.startsWith(`${area}.`))
}
