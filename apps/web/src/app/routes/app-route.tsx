import { createRoute, redirect } from '@tanstack/react-router'
import { Loading } from '#components/states.tsx'
import { hasCode } from '#lib/api/problem-error.ts'
import { pageSearch } from '#lib/page/page-search.ts'
import { meQuery } from '#lib/session/me.ts'
import { homePath } from '../shell/nav-items.ts'
import { CrashPage, NotFoundPage } from '../shell/message-pages.tsx'
import { Shell } from '../shell/shell.tsx'
import { rootRoute } from './root-route.tsx'

/** Everything behind sign-in. Without a session: to the sign-in page, which leads back here. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: pageSearch,
  beforeLoad: async ({ context: { client }, location }) => {
    const me = await client.ensureQueryData(meQuery).catch((error: unknown) => {
      if (hasCode(error, 'NotSignedIn')) throw redirect({ to: '/sign-in', search: { return: location.href } })
      throw error
    })
    const home = homePath(me.permissions)
    if (location.pathname === '/' && home !== '/') throw redirect({ to: home })
  },
  component: Shell,
  pendingComponent: () => <Loading lines={8} />,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
})
