import type { Stores } from '@kesheng/storage/open-stores'
import type { AttemptLimit } from '../auth/attempt-limit.ts'
import type { Config } from '../config/config.ts'
import type { UploadSpool } from '../intake/upload-spool.ts'
import type { Log } from '../logging/log.ts'

export interface DemoStatus {
  state: 'none' | 'loading' | 'ready'
  /** 0–1, share of the messages stored and analysed. */
  progress: number
}

/** Everything a route may use; made once by `main/compose.ts`. */
export interface Services {
  config: Config
  log: Log
  version: string
  stores: Stores
  uploads: UploadSpool
  attempts: AttemptLimit
  clock: () => number
  randomId: () => string
  /** Address people reach the pages at, without a trailing slash. */
  address: () => string
  /** Token of the local command line. */
  localToken: string
  demo: DemoStatus
}
