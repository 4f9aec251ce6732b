import { peopleRoutes } from '@kesheng/contracts/http/people.routes'
import { sessionRoutes } from '@kesheng/contracts/http/session.routes'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf, call } from './call.ts'
import { ConnectionError, hasCode, ProblemError } from './problem-error.ts'
import { inAreas } from './queries.ts'

const answer = (status: number, body: unknown) =>
  vi.fn(async (_address: string, _init?: RequestInit) => new Response(JSON.stringify(body), { status }))

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('addressOf', () => {
  it('fills parameters and leaves out absent query values', () => {
    const address = addressOf('/api/v1/dimensions/:id/values', {
      params: { id: 'shop id/1' },
      query: { search: '旗舰', limit: 20, before: undefined },
    })
    expect(address).toBe('/api/v1/dimensions/shop%20id%2F1/values?search=%E6%97%97%E8%88%B0&limit=20')
  })
})

describe('call', () => {
  it('sends JSON and gives back the parsed answer', async () => {
    const fetch = answer(200, { revoked: true, extra: 1 })
    vi.stubGlobal('fetch', fetch)
    await expect(call(peopleRoutes.revokeKey, { params: { id: 'k1' } })).resolves.toEqual({ revoked: true })
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/api-keys/k1')
    expect(fetch.mock.calls[0]?.[1]?.method).toBe('DELETE')
  })

  it('turns problem+json into a typed error', async () => {
    vi.stubGlobal(
      'fetch',
      answer(401, { type: 'about:blank', title: 'x', status: 401, code: 'NotSignedIn', detail: '请先登录' }),
    )
    const error = await call(sessionRoutes.current, {}).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ProblemError)
    expect(hasCode(error, 'NotSignedIn')).toBe(true)
  })

  it('makes a problem of an answer that is none', async () => {
    vi.stubGlobal('fetch', answer(502, 'bad gateway'))
    const error = await call(sessionRoutes.current, {}).catch((cause: unknown) => cause)
    expect(hasCode(error, 'Unavailable')).toBe(true)
  })

  it('says so when the server is away', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    await expect(call(sessionRoutes.current, {})).rejects.toBeInstanceOf(ConnectionError)
  })

  it('refuses an answer that does not fit the contract', async () => {
    vi.stubGlobal('fetch', answer(200, { revoked: 'yes' }))
    await expect(call(peopleRoutes.revokeKey, { params: { id: 'k1' } })).rejects.toThrow()
  })
})

describe('inAreas', () => {
  it('compares leading parts of the route id', () => {
    expect(inAreas(['insight.query', {}], ['insight', 'explorer'])).toBe(true)
    expect(inAreas(['people.list'], ['insight', 'people.list'])).toBe(true)
    expect(inAreas(['people.list'], ['peo', 'explorer'])).toBe(false)
  })
})
