import { failImportOf } from '@kesheng/core/intake/fail-import'
import type { JobName, JobQueue } from '@kesheng/core/queue/ports'
import type { Log } from '../logging/log.ts'
import type { Duties } from '../main/duties.ts'
import { analyseDayJob } from './analyse-day.job.ts'
import { analyseTextsJob } from './analyse-texts.job.ts'
import { attributeJob } from './attribute.job.ts'
import { importFileJob } from './import-file.job.ts'
import { intakeBatchJob } from './intake-batch.job.ts'
import type { Job } from './job.ts'
import type { WorkPorts } from './work-ports.ts'

/** Starts to take the jobs of the process's duties. */
export async function startJobs(ports: WorkPorts, duties: Duties): Promise<void> {
  const { queue, log, randomId } = ports
  const runId = randomId().slice(0, 8)
  if (duties.reads) await take(queue, log, runId, importFileJob(ports))
  if (duties.analyses) {
    await take(queue, log, runId, intakeBatchJob(ports))
    await take(queue, log, runId, analyseDayJob(ports))
    await take(queue, log, runId, analyseTextsJob(ports))
    await take(queue, log, runId, attributeJob(ports))
  }
  await queue.onDead(async (job) => {
    log.error({ job: job.name, payload: job.payload, reason: job.error.en }, 'a job was given up')
    await failImportOf(ports, job)
  })
}

async function take<N extends JobName>(queue: JobQueue, log: Log, runId: string, job: Job<N>): Promise<void> {
  await queue.work(job.name, { concurrency: job.concurrency }, async (payload, { id, attempt }) => {
    try {
      await job.handle(job.schema.parse(payload), { attemptId: `${id}.${attempt}.${runId}`, attempt })
    } catch (error) {
      // Logged here, once a try; the queue tries again with growing waits.
      log.warn({ job: job.name, jobId: id, attempt, err: error }, 'a job failed and will be tried again')
      throw error
    }
  })
}
