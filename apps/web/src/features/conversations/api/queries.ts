import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { routeQuery } from '#lib/api/queries.ts'

export function conversationQuery(id: string) {
  return routeQuery(explorerRoutes.conversation, { params: { id } })
}
