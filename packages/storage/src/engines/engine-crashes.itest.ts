import { randomUUID } from 'node:crypto'
import { messageFact } from '@kesheng/contracts/facts/message'
import {
  importRecord,
  intakeBatch,
  noCounts,
  sourceRecord,
  tenantRecord,
} from '@kesheng/testkit/control-records'
import { sampleRows } from '@kesheng/testkit/fact-rows'
import { quietLog } from '@kesheng/testkit/quiet-log'
import { temporaryDirectory } from '@kesheng/testkit/store-forms'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openControlStore, type OpenControlStore } from '../control/open-control-store.ts'
import { openFactStore, type OpenFactStore } from '../facts/open-fact-store.ts'
import { factDatabase } from './clickhouse-config.ts'
import { startEmbeddedClickhouse, type EmbeddedClickhouse } from './embedded-clickhouse.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'

const directory = temporaryDirectory()
let clickhouse: EmbeddedClickhouse
let postgres: EmbeddedPostgres
let factStore: OpenFactStore
let controlStore: OpenControlStore

beforeAll(async () => {
  clickhouse = await startEmbeddedClickhouse({ dataDir: directory.path, log: quietLog })
  postgres = await startEmbeddedPostgres({ dataDir: directory.path, log: quietLog })
  const { username, password, readerUsername, readerPassword } = clickhouse
  factStore = await openFactStore({
    url: new URL(clickhouse.url).origin,
    database: factDatabase,
    username,
    password,
    reader: { username: readerUsername, password: readerPassword },
  })
  controlStore = await openControlStore({
    connection: { ...postgres.connection },
    exclusive: true,
    log: quietLog,
  })
})
afterAll(async () => {
  await controlStore.close()
  await factStore.close()
  await Promise.all([clickhouse.stop(), postgres.stop()])
  directory.remove()
})

/** Several restarts take their time on a busy machine. */
const patience = { timeout: 180_000 }

/**
 * Works on through a number of kills of an engine. Each kill comes at an uneven moment after the work has gone on
 * since the last one, so that it hits the engine while it is busy. Returns how many steps were worked.
 */
async function throughKills(
  engine: { processId(): number | undefined },
  kills: number,
  work: (step: number) => Promise<void>,
): Promise<number> {
  let steps = 0
  for (let kill = 0; kill < kills; kill++) {
    await work(steps++)
    const killing = new AbortController()
    setTimeout(
      () => {
        process.kill(engine.processId()!, 'SIGKILL')
        killing.abort()
      },
      (kill * 37) % 120,
    )
    while (!killing.signal.aborted) await work(steps++)
  }
  await work(steps++)
  return steps
}

it('stores every fact once when ClickHouse is killed in the middle of inserts', patience, async () => {
  const tenantId = randomUUID()
  const rowsPerBatch = 900
  const template = sampleRows(messageFact, { tenantId, deleted: false, version: 1 }, { seed: 3, count: 30 })
  const batches = await throughKills(clickhouse, 6, async () => {
    // Three months, so that a batch makes three parts and a kill can come between them.
    const rows = Array.from({ length: rowsPerBatch }, (_, index) => ({
      ...template[index % template.length]!,
      messageId: randomUUID(),
      day: 20_454 + (index % 3) * 31,
    }))
    const token = randomUUID()
    await factStore.facts.insert(messageFact, rows, token)
    await factStore.facts.insert(messageFact, rows, token)
  })
  const [stored] = await factStore.facts.query<{ rows: number; ids: number }>({
    sql: `SELECT count() AS rows, uniqExact(message_id) AS ids FROM ${messageFact.table} WHERE tenant_id = {tenantId:String}`,
    params: { tenantId },
  })
  expect(stored).toEqual({ rows: batches * rowsPerBatch, ids: batches * rowsPerBatch })
})

it('counts every batch once when PostgreSQL is killed in the middle of commits', patience, async () => {
  const { imports, intake, queue, workspaces } = controlStore
  const tenant = tenantRecord()
  await workspaces.addTenant(tenant)
  const source = await imports.ensureSource(sourceRecord(tenant.id), 1)
  const record = importRecord(tenant.id, source.id)
  await imports.create(record)
  const steps = await throughKills(postgres, 5, async (batch) => {
    await imports.commitBatch({
      importId: record.id,
      batch,
      counts: { ...noCounts, read: 7 },
      bytesRead: batch,
      rejects: [{ line: batch, field: 'text', value: '', reason: 'missing', remedy: '补上内容' }],
      touched: [{ day: 20_000, bucket: batch % 256 }],
    })
    await intake.accept(intakeBatch(tenant.id, source.id, { idempotencyKey: `key-${batch}` }))
  })
  expect(await imports.get(tenant.id, record.id)).toMatchObject({ batches: steps, read: steps * 7 })
  let rejects = 0
  for await (const chunk of imports.rejects(record.id)) rejects += chunk.length
  expect(rejects).toBe(steps)
  expect(await queue.backlog(tenant.id)).toMatchObject({ waiting: steps })
})

// Skipped: on a loaded machine the job that was running at the kill is handed out again only after several minutes, so
// the test does not end in time. `kill.itest.ts` of the server kills PostgreSQL in running imports and counts them.
it.skip('goes on running jobs after PostgreSQL was killed', patience, async () => {
  const { queue } = controlStore
  const tenantId = randomUUID()
  const days = new Set<number>()
  await queue.work('analyse-day', { concurrency: 2 }, async (payload) => {
    // Once: the job is tried again, and must then be able to end.
    const kill = payload.day === 5 && !days.has(5)
    days.add(payload.day)
    if (kill) process.kill(postgres.processId()!, 'SIGKILL')
  })
  await queue.send(
    'analyse-day',
    Array.from({ length: 10 }, (_, day) => ({ tenantId, day, bucketFrom: 0, bucketTo: 255 })),
  )
  await expect.poll(() => days.size, { timeout: 40_000 }).toBe(10)
  await expect
    .poll(() => queue.backlog(tenantId), { timeout: 40_000 })
    .toMatchObject({ waiting: 0, running: 0 })
})
