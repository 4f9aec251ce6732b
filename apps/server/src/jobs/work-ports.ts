import type { AnalyzerFor } from '@kesheng/core/conversations/analyzer-pool'
import type { RangeLock } from '@kesheng/core/conversations/range-lock'
import type { FactStore } from '@kesheng/core/facts/ports'
import type { ImportRepository, IntakeRepository } from '@kesheng/core/intake/ports'
import type { JobQueue } from '@kesheng/core/queue/ports'
import type { Sealer, WorkspaceRepository } from '@kesheng/core/workspace/ports'
import type { Log } from '../logging/log.ts'

/** What the jobs' services ask for, put together by `main/compose.ts`. */
export interface WorkPorts {
  facts: FactStore
  imports: ImportRepository
  intake: IntakeRepository
  workspaces: WorkspaceRepository
  queue: JobQueue
  sealer: Sealer
  analyzerFor: AnalyzerFor
  lock: RangeLock
  clock: () => number
  randomId: () => string
  log: Log
}
