import type { AnalyzerFor } from '@kesheng/core/conversations/analyzer-pool'
import type { PeoplePorts } from '@kesheng/core/people/users'
import type { Stores } from '@kesheng/storage/open-stores'
import type { AttemptLimit } from '../auth/attempt-limit.ts'
import type { Config } from '../config/config.ts'
import type { DemoLoader } from '../demo/demo-loader.ts'
import type { UploadSpool } from '../intake/upload-spool.ts'
import type { Log } from '../logging/log.ts'

/** Everything a route may use; made once by `main/compose.ts`. */
export interface Services {
  config: Config
  log: Log
  version: string
  stores: Stores
  analyzerFor: AnalyzerFor
  uploads: UploadSpool
  attempts: AttemptLimit
  clock: () => number
  randomId: () => string
  /** What the services around people and their keys ask for. */
  peoplePorts: PeoplePorts
  /** Address people reach the pages at, without a trailing slash. */
  address: () => string
  /** Token of the local command line. */
  localToken: string
  demo: DemoLoader
  /** Aborts when the process is about to end; open streams end with it. */
  stopping: AbortSignal
}
