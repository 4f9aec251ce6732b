import { setTimeout as sleep } from 'node:timers/promises'
import type { DeadJob, JobName, JobPayloads, JobQueue } from '@kesheng/core/queue/ports'
import type { PgBoss, JobWithMetadata } from 'pg-boss'
import { queueSchema } from './boss.ts'
import { deadJob } from './dead-job.ts'
import { deadLetterQueue, jobNames } from './queue-names.ts'

/** Jobs are written in slices, so that one statement stays small. */
const sendSlice = 1_000

export class BossJobQueue implements JobQueue {
  private readonly boss: PgBoss

  constructor(boss: PgBoss) {
    this.boss = boss
  }

  async send<N extends JobName>(name: N, payloads: readonly JobPayloads[N][]): Promise<void> {
    for (let start = 0; start < payloads.length; start += sendSlice) {
      const slice = payloads.slice(start, start + sendSlice)
      await this.boss.insert(
        name,
        slice.map((data) => ({ data })),
      )
    }
  }

  /**
   * pg-boss waits for its polling interval after each job; waking the worker from inside the handler makes it look
   * for the next job at once instead, so a backlog runs without gaps and idle workers still sleep until a notification.
   */
  async work<N extends JobName>(
    name: N,
    options: { concurrency: number },
    handle: (payload: JobPayloads[N], job: { id: string; attempt: number }) => Promise<void>,
  ): Promise<void> {
    const worker = await this.boss.work<JobPayloads[N], void, { includeMetadata: true }>(
      name,
      {
        includeMetadata: true,
        batchSize: 1,
        localConcurrency: options.concurrency,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 1,
        heartbeatRefreshSeconds: 3,
      } as { includeMetadata: true },
      async (jobs: JobWithMetadata<JobPayloads[N]>[]) => {
        try {
          for (const job of jobs) await handle(job.data, { id: job.id, attempt: job.retryCount + 1 })
        } finally {
          this.boss.notifyWorker(worker)
        }
      },
    )
  }

  async onDead(handle: (job: DeadJob) => Promise<void>): Promise<void> {
    await this.boss.work<DeadJob['payload'], void, { includeMetadata: true }>(
      deadLetterQueue,
      { includeMetadata: true },
      async (jobs) => {
        for (const job of jobs) await handle(deadJob(job))
      },
    )
  }

  async backlog(tenantId: string): Promise<{ waiting: number; running: number; oldestSeconds: number }> {
    const { rows } = await this.boss.getDb().executeSql(
      `SELECT count(*) FILTER (WHERE state <> 'active')::int AS waiting,
              count(*) FILTER (WHERE state = 'active')::int AS running,
              coalesce(extract(epoch FROM now() - min(created_on)), 0)::float AS "oldestSeconds"
       FROM ${queueSchema}.job
       WHERE state < 'completed' AND name = ANY($2) AND data ->> 'tenantId' = $1`,
      [tenantId, jobNames],
    )
    return rows[0] as { waiting: number; running: number; oldestSeconds: number }
  }

  /** Running jobs get 20 s; a database that does not answer must not keep the process from ending. */
  async stop(): Promise<void> {
    const patience = new AbortController()
    const stopped = this.boss.stop({ graceful: true, close: true, timeout: 20_000 })
    await Promise.race([
      stopped,
      sleep(25_000, undefined, { signal: patience.signal }).catch(() => undefined),
    ])
    patience.abort()
  }
}
