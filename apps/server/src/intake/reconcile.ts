import type { ImportRepository } from '@kesheng/core/intake/ports'
import type { JobQueue } from '@kesheng/core/queue/ports'
import { demoActor } from '../demo/demo-history.ts'

interface ReconcilePorts {
  imports: Pick<ImportRepository, 'unfinished'>
  queue: Pick<JobQueue, 'send' | 'backlog'>
}

/**
 * Hands out again what a crash may have swallowed between a change of state and its job: unfinished imports of a
 * workspace whose queue is empty. Sending a job too many is harmless, so nothing more clever is needed. The demo's
 * own reader goes on with demo imports that are still being read.
 */
export async function reconcileImports({ imports, queue }: ReconcilePorts): Promise<number> {
  const unfinished = await imports.unfinished()
  const idle = new Map<string, boolean>()
  let sent = 0
  for (const { tenantId, id, startedBy, state } of unfinished) {
    if (state === 'running' && startedBy === demoActor) continue
    if (!idle.has(tenantId)) {
      const { waiting, running } = await queue.backlog(tenantId)
      idle.set(tenantId, waiting + running === 0)
    }
    if (idle.get(tenantId) !== true) continue
    await queue.send('import-file', [{ tenantId, importId: id }])
    sent += 1
  }
  return sent
}
