import type { BatchCounts } from '@kesheng/core/intake/ports'

/** Counter columns of an import, as they stand in a batch. */
export const countNames = [
  'read',
  'accepted',
  'duplicates',
  'rejected',
  'missingTime',
  'assumedTime',
  'unknownRole',
  'mojibake',
  'futureDates',
  'duplicatedIds',
] as const satisfies readonly (keyof BatchCounts)[]
