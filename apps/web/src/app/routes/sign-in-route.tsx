import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from './root-route.tsx'

const search = z.object({
  /** One-time link token. */
  token: z.string().optional().catch(undefined),
  /** Where to go afterwards. */
  return: z.string().optional().catch(undefined),
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../../features/session/sign-in-page.tsx'), 'SignInPage'),
})

export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  validateSearch: search.pick({ return: true }),
  component: lazyRouteComponent(
    () => import('../../features/session/set-password-page.tsx'),
    'SetPasswordPage',
  ),
})
