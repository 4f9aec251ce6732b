import type { BatchCounts } from './ports.ts'

export const noCounts: Readonly<BatchCounts> = {
  read: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  missingTime: 0,
  assumedTime: 0,
  unknownRole: 0,
  mojibake: 0,
  futureDates: 0,
  duplicatedIds: 0,
}

/** What is known of one source row when its batch is done. */
export interface RowTally {
  kept: number
  duplicates: number
  rejected: number
  missingTime: boolean
  assumedTime: boolean
  unknownRole: boolean
  mojibake: boolean
  futureDate: boolean
  duplicatedId: boolean
}

export function newTally(): RowTally {
  return {
    kept: 0,
    duplicates: 0,
    rejected: 0,
    missingTime: false,
    assumedTime: false,
    unknownRole: false,
    mojibake: false,
    futureDate: false,
    duplicatedId: false,
  }
}

/** Notes on a row's tally that one of its records was set aside. */
export function tallyReject(tally: RowTally, reason: string): void {
  tally.rejected++
  if (reason === 'missing_time') tally.missingTime = true
  if (reason === 'future_date') tally.futureDate = true
  if (reason === 'unknown_role') tally.unknownRole = true
  if (reason === 'mojibake') tally.mojibake = true
  if (reason === 'duplicated_id') tally.duplicatedId = true
}

/**
 * Counts source rows, not facts: a row is accepted when anything of it is new, a duplicate when all of it was there,
 * rejected when all of it was refused, so read = accepted + duplicates + rejected. Rows that carry nothing (a date
 * line) are not counted.
 */
export function countRows(tallies: readonly RowTally[]): BatchCounts {
  const counts = { ...noCounts }
  for (const tally of tallies) {
    if (tally.kept + tally.duplicates + tally.rejected === 0) continue
    counts.read++
    if (tally.kept > 0) counts.accepted++
    else if (tally.duplicates > 0) counts.duplicates++
    else counts.rejected++
    if (tally.missingTime) counts.missingTime++
    if (tally.assumedTime) counts.assumedTime++
    if (tally.unknownRole) counts.unknownRole++
    if (tally.mojibake) counts.mojibake++
    if (tally.futureDate) counts.futureDates++
    if (tally.duplicatedId) counts.duplicatedIds++
  }
  return counts
}
