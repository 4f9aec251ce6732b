import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'

interface AnyInput {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
}

/** Method, path and body of one call, for `fetch` and for calls inside the process alike. */
export function requestOf<R extends Route>(
  route: R,
  input: RouteInput<R>,
): { method: R['method']; url: string; body: unknown } {
  const { params = {}, query = {}, body } = input as AnyInput
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const url = search.size > 0 ? `${path}?${search.toString()}` : path
  return { method: route.method, url, body }
}

export type Call = <R extends Route>(route: R, input: RouteInput<R>) => Promise<RouteOutput<R>>
