import type { Text } from '../errors/errors.ts'

/** Work for the analysis workers: everything of a day that falls in the bucket range (both ends included). */
export interface AnalyseDayJob {
  tenantId: string
  /** Days since 1970-01-01 UTC; the job owns conversations that start on that day. */
  day: number
  bucketFrom: number
  bucketTo: number
  /** Only these threads when the batch is small (real-time intake). */
  threadIds?: string[]
  /** Import or intake batch that waits for it. */
  importId?: string
}

/** Facts of kinds other than chats whose analysis is asked for again. */
export interface AnalyseTextsJob {
  tenantId: string
  subject: 'review' | 'survey_answer'
  day: number
  bucketFrom: number
  bucketTo: number
  importId?: string
}

/** Conversations whose orders or ratings changed. */
export interface AttributeJob {
  tenantId: string
  dayFrom: number
  dayTo: number
  /** Only these buyers when the batch is small (real-time intake). */
  buyerIds?: string[]
  importId?: string
}

export interface JobPayloads {
  'import-file': { tenantId: string; importId: string }
  'intake-batch': { tenantId: string; batchId: string }
  'analyse-day': AnalyseDayJob
  'analyse-texts': AnalyseTextsJob
  attribute: AttributeJob
}
export type JobName = keyof JobPayloads

/** A job that ran out of tries, with what went wrong the last time. */
export type DeadJob = {
  [N in JobName]: { name: N; payload: JobPayloads[N]; error: Text }
}[JobName]

export interface JobQueue {
  send<N extends JobName>(name: N, payloads: readonly JobPayloads[N][]): Promise<void>
  /** At most `concurrency` at a time in this process; a throw makes the queue try again with back-off. */
  work<N extends JobName>(
    name: N,
    options: { concurrency: number },
    handle: (payload: JobPayloads[N], job: { id: string; attempt: number }) => Promise<void>,
  ): Promise<void>
  /** Hears of each job that was given up, also of one whose process died every time; tried again when it throws. */
  onDead(handle: (job: DeadJob) => Promise<void>): Promise<void>
  /** Jobs not finished, for `--wait`, lag and the status page. */
  backlog(tenantId: string): Promise<{ waiting: number; running: number; oldestSeconds: number }>
  stop(): Promise<void>
}
