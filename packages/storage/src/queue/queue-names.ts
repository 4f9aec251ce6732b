import type { JobName } from '@kesheng/core/queue/ports'

/** Every queue there is; the record makes the compiler miss none. */
const names: Record<JobName, true> = {
  'import-file': true,
  'intake-batch': true,
  'analyse-day': true,
  'analyse-texts': true,
  attribute: true,
}

export const jobNames = Object.keys(names) as JobName[]

/** Where jobs end up that failed too often; kept for a person to look at. */
export const deadLetterQueue = 'dead-letters'
