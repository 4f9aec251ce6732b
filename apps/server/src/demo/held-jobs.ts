import { analysisJobId } from '@kesheng/core/intake/analysis-job-id'
import type { ImportRepository } from '@kesheng/core/intake/ports'
import type { AnalyseDayJob, AttributeJob, JobQueue } from '@kesheng/core/queue/ports'

interface HeldJobs {
  queue: Pick<JobQueue, 'send'>
  /** Sends what was held, each piece of work once. */
  release(ports: {
    queue: Pick<JobQueue, 'send'>
    imports: ImportRepository
    clock: () => number
  }): Promise<void>
}

/**
 * Holds back the jobs of many imports that are read side by side. Each of five shops asks for the analysis of the
 * same 90 days; once all of them are read, every day needs to be analysed only once, and since its orders and ratings
 * are stored by then, that one run ties them too. Work that another job does is counted as done.
 */
export function holdJobs(): HeldJobs {
  const days: AnalyseDayJob[] = []
  const spans: AttributeJob[] = []
  return {
    queue: {
      send: async (name, payloads) => {
        if (name === 'analyse-day') days.push(...(payloads as readonly AnalyseDayJob[]))
        if (name === 'attribute') spans.push(...(payloads as readonly AttributeJob[]))
      },
    },
    release: async ({ queue, imports, clock }) => {
      const { once, repeated } = eachOnce(days)
      await queue.send('analyse-day', once)
      for (const job of repeated)
        if (job.importId !== undefined)
          await imports.analysisDone(job.importId, analysisJobId('analyse-day', job), clock())
      for (const job of spans)
        if (job.importId !== undefined)
          await imports.analysisDone(job.importId, analysisJobId('attribute', job), clock())
    },
  }
}

/** The first job of each range; ranges of a day have the same width whenever they are planned from the same log. */
export function eachOnce(jobs: readonly AnalyseDayJob[]): {
  once: AnalyseDayJob[]
  repeated: AnalyseDayJob[]
} {
  const once = new Map<string, AnalyseDayJob>()
  const repeated: AnalyseDayJob[] = []
  for (const job of jobs) {
    const range = `${job.day}:${job.bucketFrom}:${job.bucketTo}`
    if (once.has(range)) repeated.push(job)
    else once.set(range, job)
  }
  // Newest days first: the overview shows the last month, so it is worth looking at after a few seconds.
  return { once: [...once.values()].sort((a, b) => b.day - a.day), repeated }
}
