import type { DeadJob } from '@kesheng/core/queue/ports'
import { unavailable } from '@kesheng/core/errors/errors'
import { quietLog } from '@kesheng/testkit/quiet-log'
import { temporaryDirectory } from '@kesheng/testkit/store-forms'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../engines/embedded-postgres.ts'
import { startBoss } from './boss.ts'
import { BossJobQueue } from './job-queue.ts'

const directory = temporaryDirectory()
let engine: EmbeddedPostgres
let boss: PgBoss
beforeAll(async () => {
  engine = await startEmbeddedPostgres({ dataDir: directory.path, log: quietLog })
  boss = await startBoss({ connection: engine.connection, exclusive: true, log: quietLog })
})
afterAll(async () => {
  await boss.stop({ close: true })
  await engine.stop()
  directory.remove()
})

it('tells of a job that ran out of tries, again when the hearer was not ready', async () => {
  const queue = new BossJobQueue(boss)
  const heard: DeadJob[] = []
  await queue.onDead(async (job) => {
    heard.push(job)
    if (heard.length === 1) throw new Error('not ready')
  })
  await queue.work('attribute', { concurrency: 1 }, () =>
    Promise.reject(unavailable({ message: { zh: '库不可用', en: 'The store is away' } })),
  )
  const payload = { tenantId: 't', dayFrom: 1, dayTo: 2, importId: 'i' }
  // The last of its tries: the first fifteen take minutes.
  await boss.insert('attribute', [{ data: payload, retryLimit: 0 }])
  const dead = { name: 'attribute', payload, error: { zh: '库不可用', en: 'The store is away' } }
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual([dead, dead])
})
