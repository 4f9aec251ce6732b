import { explorerRoutes as contract } from '@kesheng/contracts/http/explorer.routes'
import { conversation } from '@kesheng/core/explorer/conversation'
import { reveal } from '@kesheng/core/explorer/reveal'
import { searchConversations } from '@kesheng/core/explorer/search-conversations'
import { searchOpinions } from '@kesheng/core/explorer/search-opinions'
import { searchReviews } from '@kesheng/core/explorer/search-reviews'
import { readContext } from './read-context.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function explorerRoutes(services: Services): ServedRoute[] {
  const { facts, people, sealer } = services.stores
  return [
    serve(contract.searchConversations, async (call) =>
      searchConversations({ facts }, call.body, call.principal.scope, readContext(services, call)),
    ),
    serve(contract.searchReviews, async (call) =>
      searchReviews({ facts }, call.body, call.principal.scope, readContext(services, call)),
    ),
    serve(contract.searchOpinions, async (call) =>
      searchOpinions({ facts }, call.body, call.principal.scope, readContext(services, call)),
    ),
    serve(contract.conversation, async (call) => {
      const { attributionWindowHours } = call.principal.tenant.settings
      const request = { conversationId: call.params.id, attributionWindowHours }
      return conversation({ facts }, request, call.principal.scope, readContext(services, call))
    }),
    serve(contract.revealMessage, async (call) => {
      const { actor, permissions, scope } = call.principal
      const request = { ...call.params, ...call.body, actor, permissions }
      return reveal(
        { facts, people, sealer, randomId: services.randomId },
        request,
        scope,
        readContext(services, call),
      )
    }),
  ]
}
