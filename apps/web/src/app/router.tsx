import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { hasCode, ProblemError } from '#lib/api/problem-error.ts'
import { parseSearch, stringifySearch } from '#lib/url/search-codec.ts'
import { routeTree } from './routes/tree.ts'

/** Tries again only what may work the second time: the server being away, not a refusal. */
function shouldRetry(failures: number, error: Error): boolean {
  const refused = error instanceof ProblemError && error.problem.status < 500
  return !refused && failures < 2
}

/** A session that ended while the page was open leads to the sign-in page and back. */
function onError(error: Error): void {
  const { href, pathname } = router.state.location
  if (hasCode(error, 'NotSignedIn') && pathname !== '/sign-in') {
    void router.navigate({ to: '/sign-in', search: { return: href } })
  }
}

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: shouldRetry, refetchOnWindowFocus: false } },
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
})

export const router = createRouter({
  routeTree,
  context: { client },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
