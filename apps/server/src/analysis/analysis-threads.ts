import { availableParallelism } from 'node:os'
import type { AnalyzerFor, AnalyzerPool } from '@kesheng/core/conversations/analyzer-pool'
import { Piscina } from 'piscina'
import type { AnalysisAnswers, AnalysisTask } from './task.ts'

/** Big enough that copying between threads is small beside the work, small enough to spread over the threads. */
const textsPerTask = 200
const conversationsPerTask = 50

export interface AnalysisThreads {
  analyzerFor: AnalyzerFor
  close(): Promise<void>
}

/** Analysis on all cores, off the event loop. Threads start with the first work and end after a quiet minute. */
export function startAnalysisThreads(threads: number = availableParallelism()): AnalysisThreads {
  const pool = new Piscina({
    filename: new URL('./analysis.worker.ts', import.meta.url).href,
    // The thread reads TypeScript as this process does, from wherever it was started.
    execArgv: ['--import', import.meta.resolve('tsx')],
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
  })
  const ask = async <A extends AnalysisTask['ask']>(
    task: AnalysisTask & { ask: A },
  ): Promise<AnalysisAnswers[A]> => (await pool.run(task)) as AnalysisAnswers[A]

  const pools = new Map<string, Promise<AnalyzerPool>>()
  const open = async (packs: readonly string[]): Promise<AnalyzerPool> => ({
    id: await ask({ ask: 'id', packs }),
    texts: (inputs) => spread(inputs, textsPerTask, (part) => ask({ ask: 'texts', packs, inputs: part })),
    conversations: (inputs) =>
      spread(inputs, conversationsPerTask, (part) => ask({ ask: 'conversations', packs, inputs: part })),
  })
  return {
    analyzerFor: (packs) => {
      const key = packs.join(',')
      const known = pools.get(key) ?? open(packs)
      pools.set(key, known)
      // A failed start is not remembered: the next job tries again.
      known.catch(() => pools.delete(key))
      return known
    },
    close: () => pool.close({ force: true }),
  }
}

/** Cuts `inputs` into parts, runs them side by side and puts the answers back in order. */
export async function spread<Input, Output>(
  inputs: readonly Input[],
  size: number,
  run: (part: readonly Input[]) => Promise<Output[]>,
): Promise<Output[]> {
  const parts: Promise<Output[]>[] = []
  for (let start = 0; start < inputs.length; start += size) parts.push(run(inputs.slice(start, start + size)))
  return (await Promise.all(parts)).flat()
}
