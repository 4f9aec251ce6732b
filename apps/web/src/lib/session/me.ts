import type { Permission } from '@kesheng/contracts/http/access'
import { sessionRoutes, type Me } from '@kesheng/contracts/http/session.routes'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export const meQuery = queryOptions({
  queryKey: [sessionRoutes.current.id] as const,
  queryFn: ({ signal }): Promise<Me> => call(sessionRoutes.current, { signal }),
  staleTime: 60_000,
})

/** The signed-in person; pages below the shell are only drawn when there is one. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export function usePermission(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
