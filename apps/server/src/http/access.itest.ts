import { permissions, roleIds, roles } from '@kesheng/contracts/http/access'
import { allRoutes } from '@kesheng/contracts/http/all'
import type { Route } from '@kesheng/contracts/http/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideAccess } from '../auth/principal.ts'
import { startTemporaryServer, type TemporaryServer } from '../testing/temporary-server.ts'

let server: TemporaryServer
beforeAll(async () => {
  server = await startTemporaryServer()
})
afterAll(() => server.remove())

const someId = '00000000-0000-4000-8000-000000000000'

/** A request that passes no check but the one for access: its body and parameters are wrong on purpose. */
async function knock(route: Route, headers: Record<string, string>): Promise<number> {
  const url = route.path.replace(/:\w+/g, someId)
  const answer = await server.app.inject({ method: route.method, url, headers, payloadAsStream: true })
  answer.stream().destroy()
  return answer.statusCode
}

const refused = (status: number) => status === 401 || status === 403

/** Signing out ends the caller's session, and a deletion empties the store: each has a test of its own. */
const testedApart = new Set(['session.signOut', 'data.deleteDemo'])
const routes = allRoutes.filter((route) => !testedApart.has(route.id))

describe('who may call what', () => {
  it.each(routes.map((route) => [route.id, route] as const))('%s: nobody', async (_, route) => {
    const status = await knock(route, {})
    if (route.access === 'public') expect(status).not.toBe(403)
    else expect(status).toBe(401)
  })

  it.each(roleIds)('every route: role %s', async (role) => {
    const headers = await server.asRole(role)
    const principal = { kind: 'person', permissions: roles[role].permissions } as const
    for (const route of routes) {
      const status = await knock(route, headers)
      const allowed = decideAccess(route.access, principal) === 'allowed'
      if (route.access !== 'public') expect([route.id, refused(status)]).toEqual([route.id, !allowed])
    }
  })

  it.each(permissions)('every route: API key with %s only', async (permission) => {
    const headers = await server.asApiKey([permission])
    for (const route of routes) {
      const status = await knock(route, headers)
      const allowed = typeof route.access === 'object' && route.access.permission === permission
      if (route.access !== 'public') expect([route.id, refused(status)]).toEqual([route.id, !allowed])
    }
  })

  it('a cookie does not speak for a page of another site', async () => {
    const { cookie = '' } = await server.asRole('admin')
    const headers = { cookie, 'sec-fetch-site': 'cross-site' }
    const answer = await server.app.inject({
      method: 'PATCH',
      url: '/api/v1/workspace',
      headers,
      payload: { name: 'x' },
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'NotAllowed' })
  })
})
