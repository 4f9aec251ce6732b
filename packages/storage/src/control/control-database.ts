import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import type { Log } from '../log.ts'
import { controlStoreAway, isAway } from './connection-errors.ts'
import { LastingClient } from './lasting-client.ts'

export type Database = NodePgDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** How long an operation waits for a server that restarts (an embedded one takes well under a second). */
const patienceMilliseconds = 20_000

/** The control store's connections. Operations are written so that running one twice does no harm. */
export class ControlDatabase {
  readonly pool: Pool
  private readonly database: Database

  constructor(connection: PoolConfig, log: Log) {
    this.pool = new Pool({
      ...connection,
      Client: LastingClient,
      max: 10,
      connectionTimeoutMillis: 10_000,
      application_name: 'kesheng',
    })
    // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
    this.pool.on('error', (error) => log.debug(`a control store connection broke: ${error.message}`))
    this.database = drizzle({ client: this.pool, casing: 'snake_case' })
  }

  /** Runs an operation, again when the server was away. */
  async run<T>(operation: (database: Database) => Promise<T>): Promise<T> {
    const deadline = performance.now() + patienceMilliseconds
    for (let attempt = 0; ; attempt++) {
      try {
        return await operation(this.database)
      } catch (error) {
        if (!isAway(error)) throw error
        if (performance.now() > deadline) throw controlStoreAway(error)
        await sleep(Math.min(50 * 2 ** attempt, 1_000))
      }
    }
  }

  /** The same for several statements that hold together. */
  async transaction<T>(operation: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run((database) => database.transaction(operation))
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}
