import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { messageFact } from '@kesheng/contracts/facts/message'
import { sampleRows } from '@kesheng/testkit/fact-rows'
import { quietLog } from '@kesheng/testkit/quiet-log'
import { temporaryDirectory } from '@kesheng/testkit/store-forms'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStores, type Stores } from './open-stores.ts'

let directory: ReturnType<typeof temporaryDirectory>
let open: Stores[] = []
beforeEach(() => {
  directory = temporaryDirectory()
})
afterEach(async () => {
  for (const stores of open) await stores.close()
  open = []
  directory.remove()
})

async function openHere(): Promise<Stores> {
  const stores = await openStores({ dataDir: directory.path, log: quietLog })
  open.push(stores)
  return stores
}

async function close(stores: Stores): Promise<void> {
  open = open.filter((other) => other !== stores)
  await stores.close()
}

it('keeps facts, jobs and the secret key from one run to the next', async () => {
  const tenantId = randomUUID()
  const first = await openHere()
  const rows = sampleRows(messageFact, { tenantId, deleted: false, version: 1 }, { seed: 1, count: 5 })
  await first.facts.insert(messageFact, rows, randomUUID())
  await first.queue.send('attribute', [{ tenantId, dayFrom: 1, dayTo: 2 }])
  const sealed = first.sealer.seal('北京市朝阳区')
  await close(first)

  const second = await openHere()
  const found = await second.facts.read(messageFact, {
    sql: 'tenant_id = {t:String}',
    params: { t: tenantId },
  })
  expect(found).toHaveLength(5)
  expect(await second.queue.backlog(tenantId)).toMatchObject({ waiting: 1 })
  expect(second.sealer.open(sealed)).toBe('北京市朝阳区')
})

it('tells how its stores are', async () => {
  const stores = await openHere()
  expect(await stores.health()).toEqual({
    facts: { status: 'ok', form: 'embedded', version: expect.stringMatching(/^\d+\.\d+/) },
    control: { status: 'ok', form: 'embedded', version: expect.stringMatching(/^\d+\.\d+/) },
  })
})

it('refuses a directory that another process uses, naming that process', async () => {
  await openHere()
  await expect(openHere()).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining(`in use by process ${process.pid}`),
    remedy: { en: expect.stringContaining('KESHENG_DATA_DIR') },
  })
})

it('does not let the reader see files of the machine', async () => {
  const stores = await openHere()
  const peek = stores.facts.query({ sql: "SELECT * FROM file('/etc/passwd', 'LineAsString')", params: {} })
  await expect(peek).rejects.toThrow(/ACCESS_DENIED|not enough privileges|grant/i)
})

it('takes up the work of a process that was killed, at once', async () => {
  const tenantId = randomUUID()
  const victim = await startVictim(directory.path, tenantId)
  const gone = once(victim, 'exit')
  victim.kill('SIGKILL')
  await gone

  const stores = await openHere()
  const found = await stores.facts.query<{ count: number }>({
    sql: 'SELECT count() AS count FROM fact_message_v1 WHERE tenant_id = {t:String}',
    params: { t: tenantId },
  })
  expect(found).toEqual([{ count: 5 }])
  const jobs: { importId: string; attempt: number }[] = []
  await stores.queue.work('import-file', { concurrency: 1 }, async (payload, job) => {
    jobs.push({ importId: payload.importId, attempt: job.attempt })
  })
  await expect.poll(() => jobs, { timeout: 10_000 }).toEqual([{ importId: 'unfinished', attempt: 1 }])
})

/** A process that stores five messages, takes a job and never finishes it. */
async function startVictim(dataDir: string, tenantId: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../testkit/src/victim.ts', import.meta.url))
  const victim = spawn(process.execPath, ['--import', 'tsx', script, dataDir, tenantId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(victim.stdout, 'data')
  return victim
}
