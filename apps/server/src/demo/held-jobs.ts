import type { ImportRepository } from '@kesheng/core/intake/ports'
import type { AnalyseDayJob, JobQueue } from '@kesheng/core/queue/ports'

interface HeldPorts {
  queue: Pick<JobQueue, 'send'>
  imports: ImportRepository
  clock: () => number
}

interface HeldJobs {
  /** In place of the real ones while the imports are read. */
  ports: Pick<HeldPorts, 'queue' | 'imports'>
  /** Hands out each piece of work once, now that everything is stored. */
  release(): Promise<void>
}

/**
 * Holds back the analysis of many imports that are read side by side. Each of five shops asks for the same days; once
 * all of them are read, every day needs to be analysed only once, and since its orders and ratings are stored by
 * then, that one run ties them too. For 60,000 messages this is 100 jobs in place of 700.
 */
export function holdJobs({ queue, imports, clock }: HeldPorts): HeldJobs {
  const days: AnalyseDayJob[] = []
  const read: string[] = []
  const held: ImportRepository = Object.assign(Object.create(imports) as ImportRepository, {
    transition: async (...change: Parameters<ImportRepository['transition']>) => {
      const [id, , to] = change
      if (to !== 'analysing') return imports.transition(...change)
      read.push(id)
      return true
    },
  })
  return {
    ports: {
      imports: held,
      queue: {
        send: async (name, payloads) => {
          if (name === 'analyse-day') days.push(...(payloads as readonly AnalyseDayJob[]))
        },
      },
    },
    release: async () => {
      const jobs = eachOnce(days)
      for (const id of read) {
        const toAnalyse = jobs.filter((job) => job.importId === id).length
        await imports.transition(id, ['running'], toAnalyse === 0 ? 'done' : 'analysing', {
          now: clock(),
          toAnalyse,
        })
      }
      await queue.send('analyse-day', jobs)
    },
  }
}

/**
 * The first job of each range; ranges of a day have the same width whenever they are planned from the same log.
 * Newest days come first: the overview shows the last month, so it is worth looking at after a few seconds.
 */
export function eachOnce(jobs: readonly AnalyseDayJob[]): AnalyseDayJob[] {
  const once = new Map<string, AnalyseDayJob>()
  for (const job of jobs) {
    const range = `${job.day}:${job.bucketFrom}:${job.bucketTo}`
    if (!once.has(range)) once.set(range, job)
  }
  return [...once.values()].sort((a, b) => b.day - a.day)
}
