import { conversationRoute, conversationsRoute } from './conversations-route.tsx'
import { catalogueRoute, importsRoute } from './data-routes.tsx'
import { reviewsRoute } from './reviews-route.tsx'
import { appRoute } from './app-route.tsx'
import { opinionsRoute } from './opinions-route.tsx'
import { overviewRoute } from './overview-route.tsx'
import { rootRoute } from './root-route.tsx'
import { apiKeysRoute, auditRoute, peopleRoute, workspaceRoute } from './settings-routes.tsx'
import { setPasswordRoute, signInRoute } from './sign-in-route.tsx'

export const routeTree = rootRoute.addChildren([
  signInRoute,
  setPasswordRoute,
  appRoute.addChildren([
    conversationsRoute,
    conversationRoute,
    reviewsRoute,
    importsRoute,
    catalogueRoute,
    opinionsRoute,
    overviewRoute,
    peopleRoute,
    workspaceRoute,
    apiKeysRoute,
    auditRoute,
  ]),
])
