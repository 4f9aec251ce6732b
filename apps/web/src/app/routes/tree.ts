import { appRoute } from './app-route.tsx'
import { overviewRoute } from './overview-route.tsx'
import { rootRoute } from './root-route.tsx'
import { setPasswordRoute, signInRoute } from './sign-in-route.tsx'

export const routeTree = rootRoute.addChildren([
  signInRoute,
  setPasswordRoute,
  appRoute.addChildren([overviewRoute]),
])
