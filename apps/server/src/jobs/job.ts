import type { JobName, JobPayloads } from '@kesheng/core/queue/ports'
import type { z } from 'zod'

export interface JobRun {
  /**
   * Differs for every try, also for a try after a crash: a repeated job may see more than the first try did, so its
   * writes must not be taken for the first try's and dropped. Facts carry versions; the newest wins.
   */
  attemptId: string
  /** 1 for the first try. */
  attempt: number
}

/** A kind of work as data: what its payload must look like, how many at a time, and what to do. */
export interface Job<N extends JobName = JobName> {
  name: N
  schema: z.ZodType<JobPayloads[N]>
  /** At most so many at a time in one process. */
  concurrency: number
  handle(payload: JobPayloads[N], run: JobRun): Promise<void>
}
