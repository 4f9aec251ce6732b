import type { PoolConfig } from 'pg'
import { PgBoss, type DatabaseOptions } from 'pg-boss'
import { LastingClient } from '../control/lasting-client.ts'
import type { Log } from '../log.ts'
import { deadLetterQueue, jobNames } from './queue-names.ts'
import { deadLetterPolicy, queuePolicy } from './queue-policy.ts'

/** Schema of the queue's tables, beside the application's own. */
export const queueSchema = 'pgboss'

/** pg-boss hands its options on to the pool it makes, which takes the class of its connections from there. */
function poolOptions(connection: PoolConfig): DatabaseOptions {
  return { ...connection, Client: LastingClient } as DatabaseOptions
}

interface BossOptions {
  connection: PoolConfig
  /** Nobody else can run jobs of this store: what is marked as running was left by a process that is gone. */
  exclusive: boolean
  log: Log
}

/** Starts pg-boss with a queue for every job name. */
export async function startBoss(options: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    ...poolOptions(options.connection),
    schema: queueSchema,
    application_name: 'kesheng-queue',
    max: 10,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => options.log.warn(`queue: ${error.message}`))
  await boss.start({ attempts: 5 })
  await boss.createQueue(deadLetterQueue, deadLetterPolicy)
  await boss.updateQueue(deadLetterQueue, deadLetterPolicy)
  for (const name of jobNames) {
    await boss.createQueue(name, queuePolicy)
    await boss.updateQueue(name, queuePolicy)
  }
  await indexBacklog(boss)
  if (options.exclusive) await releaseAbandoned(boss)
  return boss
}

/** Keeps the count of a tenant's open jobs fast beside an hour of finished ones. */
async function indexBacklog(boss: PgBoss): Promise<void> {
  await boss
    .getDb()
    .executeSql(
      `CREATE INDEX IF NOT EXISTS job_backlog ON ${queueSchema}.job ((data ->> 'tenantId')) WHERE state < 'completed'`,
    )
}

/** Puts abandoned jobs back at once. A killed process is no fault of the job: it costs no try. */
async function releaseAbandoned(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `UPDATE ${queueSchema}.job
     SET state = 'retry', started_on = NULL, heartbeat_on = NULL, start_after = now()
     WHERE state = 'active' AND name = ANY($1)`,
    [jobNames],
  )
}
