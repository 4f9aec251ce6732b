import type { BatchCounts } from './ports.ts'

export interface Quality {
  /** 0 … 100, one decimal. */
  score: number
  missingTime: number
  assumedTime: number
  unknownRole: number
  mojibake: number
  futureDates: number
  duplicatedIds: number
}

/**
 * Data quality of an import or source (A13), over the rows that were read:
 *
 *   score = 100 × (1 − (rejected + ½ × doubtful) / read), never below 0
 *
 * rejected = rows that could not be used at all (no time, future date, unreadable, contradicting ids, …);
 * doubtful = rows kept with an assumed time, an assumed role or damaged text. Missing times, future dates and
 * duplicated ids stand among the rejected and are shown as parts. Plain duplicates cost nothing: importing the same
 * file twice does not make it worse. Null when nothing was read.
 */
export function qualityOf(counts: BatchCounts): Quality | null {
  if (counts.read === 0) return null
  const doubtful = counts.assumedTime + counts.unknownRole + counts.mojibake
  const share = (counts.rejected + doubtful / 2) / counts.read
  const { missingTime, assumedTime, unknownRole, mojibake, futureDates, duplicatedIds } = counts
  return {
    score: Math.round(Math.max(0, 1 - share) * 1000) / 10,
    missingTime,
    assumedTime,
    unknownRole,
    mojibake,
    futureDates,
    duplicatedIds,
  }
}
