import { allRoutes } from '@kesheng/contracts/http/all'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTemporaryServer, type TemporaryServer } from '../testing/temporary-server.ts'

let server: TemporaryServer
beforeAll(async () => {
  server = await startTemporaryServer()
})
afterAll(() => server.remove())

interface Description {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; security: object[]; 'x-access': string }>>
}

describe('documentation', () => {
  it('describes every route of the contract and who may call it', async () => {
    const answer = await server.app.inject({ url: '/api/v1/openapi.json' })
    const { openapi, paths } = answer.json() as Description
    expect(openapi).toMatch(/^3\.1/)
    for (const route of allRoutes) {
      const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]
      expect(operation?.operationId).toBe(route.id)
      expect(operation?.security.length === 0).toBe(route.access === 'public')
    }
  })

  it('has a page for people that loads nothing from elsewhere', async () => {
    const { body, headers } = await server.app.inject({ url: '/api/v1/docs' })
    expect(headers['content-type']).toContain('text/html')
    for (const route of allRoutes) expect(body).toContain(route.path)
    expect(body).not.toMatch(/<script|src=|https?:\/\/(?!127\.0\.0\.1)/)
  })
})

describe('addresses', () => {
  it('answers an unknown API address with a problem, never with a page', async () => {
    const answer = await server.app.inject({ url: '/api/v1/nothing', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('never answers a missing asset with a page', async () => {
    const answer = await server.app.inject({ url: '/assets/gone-12345678.js' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).not.toContain('text/html')
  })

  it('sends security headers with everything', async () => {
    const { headers } = await server.app.inject({ url: '/api/v1/health' })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
  })
})
