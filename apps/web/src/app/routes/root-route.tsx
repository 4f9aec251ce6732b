/**
 * How to add a page
 *
 * 1. Write the page in `src/features/<area>/<area>-page.tsx` (named export, no props): it reads its frame with
 *    `usePageContext()` (period, previous period, filters), its data with `useQuery(routeQuery(route, input))`, and
 *    shows `<Loaded query={…}>`, `<Empty>` or `<Failure>`. What is decided lives in pure `prepare/` functions.
 * 2. Add `src/app/routes/<area>-route.tsx`: `createRoute({getParentRoute: () => appRoute, path, staticData, component})`
 *    with `lazyRouteComponent`; own search parameters go into `validateSearch` (start from `pageSearch.extend({…})`).
 *    `staticData`: `title` (i18n key), `permission`, `framed` (period, platform and shop pickers and the filter bar in
 *    the header), `compared` (comparison toggle), `dimensions` (what the filter bar offers).
 * 3. List it in `tree.ts`; add its entry to `shell/nav-items.ts` when it belongs in the navigation.
 * 4. Put its texts into `src/i18n/zh/<area>.ts` and `en/<area>.ts`, and both into the `all.ts` beside them.
 *
 * A number opens what makes it by `usePageActions().openEvidence({metric, filters, period?})`: the drawer belongs to the
 * shell and its state to the address. Import shared code as `#components/…`, `#lib/…`, `#i18n/…`.
 */
import type { Permission } from '@kesheng/contracts/http/access'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import type { ParseKeys } from 'i18next'
import { CrashPage, NotFoundPage } from '../shell/message-pages.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: ParseKeys
    permission?: Permission
    framed?: boolean
    compared?: boolean
    dimensions?: readonly string[]
  }
}

export interface RouterContext {
  client: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
})
