import { createHash } from 'node:crypto'
import { createRangeLock, type DayRange, type RangeLock } from '@kesheng/core/conversations/range-lock'
import { Pool, type Client, type PoolClient, type PoolConfig } from 'pg'
import type { Log } from '../log.ts'
import { controlStoreAway, isAway } from './connection-errors.ts'
import { LastingClient } from './lasting-client.ts'

/** Buckets one lock stands for: a day has 16 of them, so a whole day is locked with one statement of 16 keys. */
const bucketsPerGroup = 16

/** Work of one process that holds or waits for a lock at the same time, each on a connection; more waits its turn. */
const connections = 6

/**
 * A lock is held for as long as its connection lives, so nothing may end a waiting or idle connection, and a machine
 * that vanished without a word has to be noticed: after 10 + 3 × 5 seconds without an answer from it.
 */
const sessionSettings = `SELECT
  set_config('statement_timeout', '0', false),
  set_config('lock_timeout', '0', false),
  set_config('idle_session_timeout', '0', false),
  set_config('tcp_keepalives_idle', '10', false),
  set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`

/** Keys of the groups a range touches, in the one order in which every process asks for them: no deadlock. */
export function lockKeys(range: DayRange): string[] {
  const keys: bigint[] = []
  const last = Math.floor(range.bucketTo / bucketsPerGroup)
  for (let group = Math.floor(range.bucketFrom / bucketsPerGroup); group <= last; group++) {
    const name = JSON.stringify(['range', range.tenantId, range.day, group])
    keys.push(createHash('sha256').update(name).digest().readBigInt64BE())
  }
  return keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String)
}

/**
 * The lock for many processes on one server: PostgreSQL's advisory locks of a session. They end with the connection,
 * so a process that dies lets the next one in at once. Ranges that share a group of buckets take turns although they
 * may not overlap; that costs time, never order.
 *
 * Work of a process waits for work of the same process first, and only its first in line asks the server.
 */
export class PostgresRangeLock implements RangeLock {
  private readonly pool: Pool
  private readonly here = createRangeLock()
  private readonly waiting = new Set<PoolClient>()

  constructor(connection: PoolConfig, log: Log) {
    this.pool = new Pool({
      ...connection,
      Client: LastingClient,
      max: connections,
      keepAlive: true,
      application_name: 'kesheng-locks',
    })
    this.pool.on('error', (error) => log.debug(`a lock connection broke: ${error.message}`))
  }

  async withLock<T>(range: DayRange, work: () => Promise<T>): Promise<T> {
    return this.here.withLock(range, () => this.withServerLock(lockKeys(range), work))
  }

  /** Sends away who still waits, and resolves when the last work that holds a lock is over. */
  async close(): Promise<void> {
    const ended = this.pool.end()
    for (const client of this.waiting) void (client as PoolClient & Client).end()
    await ended
  }

  private async withServerLock<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const client = await this.acquire(keys)
    let result: T
    try {
      result = await work()
    } catch (error) {
      await unlock(client).catch(() => undefined)
      throw error
    }
    // A connection that broke gave the lock away while work went on: it may not have been alone and has to run again.
    await unlock(client).catch((error: unknown) => Promise.reject(controlStoreAway(error)))
    return result
  }

  private async acquire(keys: readonly string[]): Promise<PoolClient> {
    let client: PoolClient | undefined
    try {
      client = await this.pool.connect()
      this.waiting.add(client)
      await client.query(sessionSettings)
      await client.query('SELECT pg_advisory_lock(key) FROM unnest($1::bigint[]) AS key', [keys])
      return client
    } catch (error) {
      client?.release(true)
      throw isAway(error) ? controlStoreAway(error) : error
    } finally {
      if (client !== undefined) this.waiting.delete(client)
    }
  }
}

/** Gives the locks back; when that fails the connection goes, and the locks with it. */
async function unlock(client: PoolClient): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_unlock_all()')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}
