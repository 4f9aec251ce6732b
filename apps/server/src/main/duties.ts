import type { ProcessRole } from './options.ts'

/** What a process does beside answering requests. */
export interface Duties {
  /** Reads uploaded files and looks after imports. */
  reads: boolean
  /** Analyses what is stored. */
  analyses: boolean
}

/**
 * Uploads lie on the disk of the process that received them. Unless that disk is shared, only a process that receives
 * uploads can read them; workers then do the rest.
 */
export function dutiesOf(role: ProcessRole, sharedUploads: boolean): Duties {
  return {
    reads: role === 'all' || (role === 'worker') === sharedUploads,
    analyses: role !== 'api',
  }
}
