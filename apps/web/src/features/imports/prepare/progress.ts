import type { ImportJob } from '@kesheng/contracts/http/import.routes'

export interface Progress {
  /** 0–1 over reading (first 70 %) and analysis (the rest); analysis is the shorter part of most files. */
  share: number
  phase: 'reading' | 'analysing' | 'over'
}

const readingShare = 0.7

/** How far an import is. */
export function progressOf(
  job: Pick<ImportJob, 'state' | 'bytes' | 'bytesRead' | 'analysed' | 'toAnalyse'>,
): Progress {
  if (job.state === 'analysing') {
    const done = job.toAnalyse === 0 ? 0 : job.analysed / job.toAnalyse
    return { share: readingShare + (1 - readingShare) * Math.min(1, done), phase: 'analysing' }
  }
  if (job.state !== 'running' && job.state !== 'cancelling') return { share: 1, phase: 'over' }
  const read = job.bytes === 0 ? 0 : Math.min(1, job.bytesRead / job.bytes)
  return { share: read * readingShare, phase: 'reading' }
}

/** Counters that lowered the quality score, worst first. */
export function qualityProblems(
  quality: NonNullable<ImportJob['quality']>,
): [keyof typeof quality, number][] {
  const entries = Object.entries(quality) as [keyof typeof quality, number][]
  return entries.filter(([name, count]) => name !== 'score' && count > 0).sort((a, b) => b[1] - a[1])
}
