import { EventEmitter, once } from 'node:events'
import type { RangeLock } from '@kesheng/core/conversations/range-lock'
import { describeForm } from '@kesheng/testkit/describe-form'
import { quietLog } from '@kesheng/testkit/quiet-log'
import { rangeLockContract } from '@kesheng/testkit/range-lock-contract'
import { storeForms, temporaryDirectory } from '@kesheng/testkit/store-forms'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from '../engines/embedded-postgres.ts'
import { PostgresRangeLock } from './range-lock.ts'

for (const form of storeForms())
  describeForm('range lock', form, (stores, beside) => {
    let locks: RangeLock[]
    beforeAll(async () => {
      locks = [stores().lock, (await beside()).lock]
    })
    rangeLockContract(() => locks)
  })

describe('range lock of many processes', () => {
  const range = { tenantId: 't', day: 1, bucketFrom: 0, bucketTo: 255 }
  let stop: () => Promise<void>
  let administrator: Pool
  let first: PostgresRangeLock
  let second: PostgresRangeLock
  beforeAll(async () => {
    const directory = temporaryDirectory()
    const engine = await startEmbeddedPostgres({ dataDir: directory.path, log: quietLog })
    administrator = new Pool(engine.connection)
    first = new PostgresRangeLock(engine.connection, quietLog)
    second = new PostgresRangeLock(engine.connection, quietLog)
    stop = async () => {
      await Promise.all([second.close(), administrator.end()])
      await engine.stop()
      directory.remove()
    }
  })
  afterAll(() => stop())

  rangeLockContract(() => [first, second])

  /** Work that has begun and lasts until told to end. */
  const hold = async (lock: RangeLock): Promise<{ ended: Promise<string>; end(): void }> => {
    const signal = new EventEmitter()
    const held = once(signal, 'held')
    const ended = lock.withLock(range, async () => {
      signal.emit('held')
      await once(signal, 'end')
      return 'worked'
    })
    await held
    return { ended, end: () => signal.emit('end') }
  }

  const waiting = async (): Promise<number> => {
    const sql = "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return (await administrator.query<{ n: number }>(sql)).rows[0]?.n ?? 0
  }

  it('goes to the next one at once when its holder is gone, and tells the holder', async () => {
    const robbed = await hold(first)
    const next = second.withLock(range, async () => 'in')
    await expect.poll(waiting).toBe(1)
    await administrator.query(
      "SELECT DISTINCT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted",
    )
    expect(await next).toBe('in')
    robbed.end()
    await expect(robbed.ended).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('sends away who waits when it closes, and keeps who works', async () => {
    const working = await hold(second)
    const refused = expect(first.withLock(range, async () => 'in')).rejects.toMatchObject({
      code: 'Unavailable',
    })
    await expect.poll(waiting).toBe(1)
    const closed = first.close()
    await refused
    await closed
    working.end()
    expect(await working.ended).toBe('worked')
  })
})
