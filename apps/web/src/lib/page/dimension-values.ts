import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { routeQuery } from '../api/queries.ts'

export interface DimensionValue {
  value: string
  label: string
  count: number
}

/** Most lists are shorter; longer ones are searched on the server. */
const limit = 500

/** Loads the values of a dimension, most frequent first; kept for a minute so a picker opens at once. */
export function useLoadValues() {
  const client = useQueryClient()
  return useCallback(
    async (dimension: string, search: string): Promise<DimensionValue[]> => {
      const query = search === '' ? { limit } : { search, limit }
      const answer = await client.fetchQuery({
        ...routeQuery(insightRoutes.dimensionValues, { params: { id: dimension }, query }),
        staleTime: 60_000,
      })
      return answer.values
    },
    [client],
  )
}
