import { randomUUID } from 'node:crypto'
import { messageFact } from '@kesheng/contracts/facts/message'
import { openStores } from '@kesheng/storage/open-stores'
import { sampleRows } from './fact-rows.ts'
import { quietLog } from './quiet-log.ts'

/**
 * A process for tests to kill: stores five messages of a tenant, takes an import job, says so and hangs.
 *
 *   node --import tsx victim.ts <data directory> <tenant id>
 */
const [dataDir = '', tenantId = ''] = process.argv.slice(2)
const stores = await openStores({ dataDir, log: quietLog })
const rows = sampleRows(messageFact, { tenantId, deleted: false, version: 1 }, { seed: 1, count: 5 })
await stores.facts.insert(messageFact, rows, randomUUID())
await stores.queue.work('import-file', { concurrency: 1 }, async () => {
  process.stdout.write('working\n')
  await new Promise(() => undefined)
})
await stores.queue.send('import-file', [{ tenantId, importId: 'unfinished' }])
