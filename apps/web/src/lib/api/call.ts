import { problem } from '@kesheng/contracts/http/problem'
import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'
import { ConnectionError, ProblemError } from './problem-error.ts'

export type CallInput<R extends Route> = RouteInput<R> & { signal?: AbortSignal | undefined }

/** What `call` reads of an input, whichever route it belongs to. */
interface Parts {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  signal?: AbortSignal | undefined
}

/** `/api/v1/users/:id` + `{id: 'a b'}` → `/api/v1/users/a%20b`, with the query string appended. */
export function addressOf(path: string, parts: Pick<Parts, 'params' | 'query'>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  return query.size > 0 ? `${filled}?${query}` : filled
}

async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  const parsed = problem.safeParse(body)
  if (parsed.success) return new ProblemError(parsed.data)
  const code = response.status >= 500 ? 'Unavailable' : 'Bug'
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code,
    detail: `${response.status} ${response.statusText}`.trim(),
  })
}

function requestOf(route: Route, parts: Parts): RequestInit {
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang }
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (parts.signal) init.signal = parts.signal
  if (route.rawBody) {
    headers['content-type'] = 'application/octet-stream'
    init.body = parts.body as Blob
  } else if (parts.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(parts.body)
  }
  return init
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ConnectionError(cause)
  }
}

/** Calls an operation of the contract; the answer is checked against it. Throws `ProblemError` or `ConnectionError`. */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<RouteOutput<R>> {
  const parts = input as Parts
  const response = await send(addressOf(route.path, parts), requestOf(route, parts))
  if (!response.ok) throw await problemOf(response)
  const body: unknown = await response.json()
  return (route.response ? route.response.parse(body) : body) as RouteOutput<R>
}
