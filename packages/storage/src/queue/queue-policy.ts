import type { Queue } from 'pg-boss'
import { deadLetterQueue } from './queue-names.ts'

const hour = 3_600

/**
 * Fifteen tries with waits of 1, 2, 4 … 30 s (about six minutes): longer than any restart, and a machine that is
 * killed ten times in the middle of an import still finishes it. A worker that stops sending heartbeats for 10 s is
 * taken for dead and its job goes to another.
 */
export const queuePolicy: Omit<Queue, 'name'> = {
  retryLimit: 15,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  heartbeatSeconds: 10,
  expireInSeconds: 23 * hour,
  retentionSeconds: 14 * 24 * hour,
  deleteAfterSeconds: hour,
  deadLetter: deadLetterQueue,
  notify: true,
}

/** Dead letters are kept for two weeks, told or not; telling of one waits for a control store that is away. */
export const deadLetterPolicy: Omit<Queue, 'name'> = {
  retryLimit: 15,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  retentionSeconds: 14 * 24 * hour,
  deleteAfterSeconds: 14 * 24 * hour,
}
