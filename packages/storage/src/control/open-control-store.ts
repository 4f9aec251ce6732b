import { createRangeLock, type RangeLock } from '@kesheng/core/conversations/range-lock'
import type { ImportRepository, IntakeRepository } from '@kesheng/core/intake/ports'
import type { PeopleRepository } from '@kesheng/core/people/ports'
import type { JobQueue } from '@kesheng/core/queue/ports'
import type { WorkspaceRepository } from '@kesheng/core/workspace/ports'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type { Log } from '../log.ts'
import { startBoss } from '../queue/boss.ts'
import { BossJobQueue } from '../queue/job-queue.ts'
import { ControlDatabase } from './control-database.ts'
import { PostgresImportRepository } from './import-repository.ts'
import { PostgresIntakeRepository } from './intake-repository.ts'
import { migrateControl } from './migrate-control.ts'
import { PostgresPeopleRepository } from './people-repository.ts'
import { PostgresRangeLock } from './range-lock.ts'
import { PostgresWorkspaceRepository } from './workspace-repository.ts'

export interface OpenControlStore {
  imports: ImportRepository
  intake: IntakeRepository
  people: PeopleRepository
  workspaces: WorkspaceRepository
  queue: JobQueue
  /** Holds among all processes of this store. */
  lock: RangeLock
  /** Version of the server; throws when it is away. */
  version(): Promise<string>
  close(): Promise<void>
}

/** Connects to a control store, brings its tables up to date and starts the queue's client. */
export async function openControlStore(options: {
  connection: pg.PoolConfig
  /** No other process uses this store. */
  exclusive: boolean
  log: Log
}): Promise<OpenControlStore> {
  const control = new ControlDatabase(options.connection, options.log)
  try {
    await migrateControl(control.pool)
    const boss = await startBoss(options)
    const queue = new BossJobQueue(boss)
    const shared = options.exclusive ? null : new PostgresRangeLock(options.connection, options.log)
    return {
      imports: new PostgresImportRepository(control),
      intake: new PostgresIntakeRepository(control, boss),
      people: new PostgresPeopleRepository(control),
      workspaces: new PostgresWorkspaceRepository(control),
      queue,
      lock: shared ?? createRangeLock(),
      async version() {
        const result = await control.run((database) =>
          database.execute<{ server_version: string }>(sql`SHOW server_version`),
        )
        return result.rows[0]?.server_version.split(' ')[0] ?? ''
      },
      async close() {
        await queue.stop()
        await shared?.close()
        await control.close()
      },
    }
  } catch (error) {
    await control.close()
    throw error
  }
}
