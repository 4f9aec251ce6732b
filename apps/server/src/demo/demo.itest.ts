import { setTimeout as sleep } from 'node:timers/promises'
import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { sessionRoutes } from '@kesheng/contracts/http/session.routes'
import { simulate } from '@kesheng/simulator/generate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chatFile } from '../testing/chat-file.ts'
import { call, importText } from '../testing/client.ts'
import { startTemporaryServer, type TemporaryServer } from '../testing/temporary-server.ts'

let server: TemporaryServer
let admin: Record<string, string>
beforeAll(async () => {
  server = await startTemporaryServer()
  admin = await server.asRole('admin')
})
afterAll(() => server.remove())

const count = async (metric: string): Promise<unknown> => {
  const ownership = ['own', 'competitor', 'category'] as const
  const body = { metrics: [metric], ownership: [...ownership] }
  return (await call(server.app, admin, insightRoutes.query, { body })).rows[0]?.[0]
}

async function untilReady(): Promise<void> {
  while (server.services.demo.status().state === 'loading') await sleep(50)
  expect(server.services.demo.status()).toEqual({ state: 'ready', progress: 1 })
}

it('goes on with a load that was interrupted, and doubles nothing', { timeout: 180_000 }, async () => {
  await server.startWorkers()
  const body = { seed: 3, messages: 4000 }
  const parameters = await call(server.app, admin, dataRoutes.loadDemo, { body })
  while (server.services.demo.status().progress === 0) await sleep(5)
  await server.close()

  server = await startTemporaryServer(server.services.config.dataDir)
  await server.startWorkers()
  const tenant = await server.services.stores.workspaces.tenant(server.tenantId)
  if (!tenant) throw new Error('the workspace is gone')
  await server.services.demo.start(tenant, { empty: false })
  await untilReady()

  const simulation = simulate(parameters)
  const batches = [...simulation.batches()]
  const expected = (kind: string) =>
    batches
      .filter((batch) => batch.source.kind === kind)
      .reduce((sum, batch) => sum + batch.records.length, 0)
  expect(await count('messages')).toBe(expected('chats'))
  expect(await count('reviews')).toBe(expected('reviews'))
  expect(await count('conversations')).toBeGreaterThan(100)
  expect(await call(server.app, admin, sessionRoutes.current, {})).toMatchObject({ demo: true })
})

it('takes the demo away and leaves what people imported', async () => {
  await importText(server.app, admin, '自己的聊天.csv', chatFile(5))
  expect(await call(server.app, admin, dataRoutes.deleteDemo, {})).toEqual({ deleted: true })
  expect(await count('messages')).toBe(20)
  expect(await count('orders')).toBe(0)
  const { sources } = await call(server.app, admin, dataRoutes.catalogue, {})
  expect(sources.map((source) => source.name)).toEqual(['自己的聊天.csv'])
  expect(await call(server.app, admin, sessionRoutes.current, {})).toMatchObject({ demo: false })
})

it('does not bring a deleted demo back at the next start', async () => {
  const tenant = await server.services.stores.workspaces.tenant(server.tenantId)
  if (!tenant) throw new Error('the workspace is gone')
  await server.services.demo.start(tenant, { empty: false })
  expect(server.services.demo.status().state).toBe('none')
})
