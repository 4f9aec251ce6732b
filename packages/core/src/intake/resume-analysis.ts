import type { JobQueue } from '../queue/ports.ts'
import type { ImportRecord, ImportRepository } from './ports.ts'

interface ResumePorts {
  imports: Pick<ImportRepository, 'transition'>
  queue: Pick<JobQueue, 'send'>
  /** Epoch ms. */
  clock: () => number
}

/** Lets imports whose analysis was given up go on; a worker finds out what is missing. Answers how many. */
export async function resumeAnalysis(ports: ResumePorts, records: readonly ImportRecord[]): Promise<number> {
  let resumed = 0
  for (const { tenantId, id } of records) {
    const change = { now: ports.clock() }
    if (!(await ports.imports.transition(id, ['failed'], 'analysing', change))) continue
    await ports.queue.send('import-file', [{ tenantId, importId: id }])
    resumed += 1
  }
  return resumed
}
