import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSignInLink } from '@kesheng/core/people/users'
import { startTemporaryServer, type TemporaryServer } from '../testing/temporary-server.ts'

let server: TemporaryServer
beforeAll(async () => {
  server = await startTemporaryServer()
})
afterAll(() => server.remove())

const own = { 'sec-fetch-site': 'same-origin' }

async function newLinkToken(): Promise<string> {
  const { people } = server.services.stores
  const [admin] = await people.users(server.tenantId)
  return createSignInLink(server.services.peoplePorts, admin?.id ?? '')
}

const byLink = (token: string) =>
  server.app.inject({ method: 'POST', url: '/api/v1/session/link', headers: own, payload: { token } })

const guess = () =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: '203.0.113.9',
    headers: { ...own, 'accept-language': 'en' },
    payload: { email: 'nobody@example.com', password: 'x' },
  })

describe('signing in', () => {
  it('takes a link once only, then asks for a password', async () => {
    const token = await newLinkToken()
    const first = await byLink(token)
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({ role: 'admin', mustSetPassword: true })
    const [cookie] = first.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

    const second = await byLink(token)
    expect(second.statusCode).toBe(401)
    expect(second.headers['content-type']).toContain('application/problem+json')
  })

  it('sets a password, signs in with it, and out again', async () => {
    const { cookies, body } = await byLink(await newLinkToken())
    const { email } = JSON.parse(body) as { email: string }
    const cookie = `kesheng_session=${cookies[0]?.value ?? ''}`
    const next = 'a long enough phrase'
    const set = await server.app.inject({
      method: 'PUT',
      url: '/api/v1/session/password',
      headers: { ...own, cookie },
      payload: { next },
    })
    expect(set.json()).toMatchObject({ mustSetPassword: false })
    const old = await server.app.inject({ url: '/api/v1/session', headers: { cookie } })
    expect(old.statusCode).toBe(401)

    const signIn = (password: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: own,
        payload: { email, password },
      })
    expect((await signIn('a wrong phrase')).statusCode).toBe(401)
    const signedIn = await signIn(next)
    expect(signedIn.statusCode).toBe(200)

    const headers = { ...own, cookie: `kesheng_session=${signedIn.cookies[0]?.value ?? ''}` }
    expect((await server.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(200)
    await server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers })
    expect((await server.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401)
  })

  it('stops guessing after ten failures and says when to try again', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await guess()).statusCode).toBe(401)
    const refused = await guess()
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ remedy: expect.stringMatching(/15 minutes/) as unknown })
  })
})
