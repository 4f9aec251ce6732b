import { conflict } from '@kesheng/core/errors/errors'
import type { BatchCounts, IntakeBatch, IntakeRepository } from '@kesheng/core/intake/ports'
import type { AnalyseDayJob, AttributeJob, JobName } from '@kesheng/core/queue/ports'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { fromDrizzle, type PgBoss } from 'pg-boss'
import type { ControlDatabase, Transaction } from './control-database.ts'
import { intakeBatches } from './schema/intake.ts'

type Stored = typeof intakeBatches.$inferSelect

/** Batches of the real-time intake. Their jobs are sent in the transaction that stores them: both or neither. */
export class PostgresIntakeRepository implements IntakeRepository {
  private readonly control: ControlDatabase
  private readonly boss: PgBoss

  constructor(control: ControlDatabase, boss: PgBoss) {
    this.control = control
    this.boss = boss
  }

  async accept(batch: IntakeBatch): Promise<{ batch: Omit<IntakeBatch, 'payload'>; replayed: boolean }> {
    return this.control.transaction(async (transaction) => {
      const added = await transaction
        .insert(intakeBatches)
        .values(batch)
        .onConflictDoNothing()
        .returning({ id: intakeBatches.id })
      if (added.length === 0) return { batch: await replay(transaction, batch), replayed: true }
      await this.send(transaction, 'intake-batch', [{ tenantId: batch.tenantId, batchId: batch.id }])
      return { batch: withoutPayload(batch), replayed: false }
    })
  }

  async get(tenantId: string, id: string): ReturnType<IntakeRepository['get']> {
    const rows = await this.control.run((database) =>
      database
        .select()
        .from(intakeBatches)
        .where(and(eq(intakeBatches.tenantId, tenantId), eq(intakeBatches.id, id))),
    )
    const found = rows[0]
    if (found === undefined) return null
    return {
      ...withoutPayload(found),
      payload: found.payload ?? Buffer.alloc(0),
      state: found.finishedAt !== null ? 'done' : (await this.gaveUp(id)) ? 'failed' : 'accepted',
      duplicates: found.counts?.duplicates ?? 0,
      finishedAt: found.finishedAt,
    }
  }

  async finish(
    id: string,
    counts: BatchCounts,
    jobs: { analyse: AnalyseDayJob[]; attribute: AttributeJob[] },
    now: number,
  ): Promise<boolean> {
    return this.control.transaction(async (transaction) => {
      const finished = await transaction
        .update(intakeBatches)
        .set({ counts, finishedAt: now, payload: null })
        .where(and(eq(intakeBatches.id, id), isNull(intakeBatches.finishedAt)))
        .returning({ id: intakeBatches.id })
      if (finished.length === 0) return false
      await this.send(transaction, 'analyse-day', jobs.analyse)
      await this.send(transaction, 'attribute', jobs.attribute)
      return true
    })
  }

  private async send(transaction: Transaction, name: JobName, payloads: readonly object[]): Promise<void> {
    if (payloads.length === 0) return
    await this.boss.insert(
      name,
      payloads.map((data) => ({ data })),
      { db: fromDrizzle(transaction, sql) },
    )
  }

  /** The batch's job ran out of tries. */
  private async gaveUp(batchId: string): Promise<boolean> {
    const jobs = await this.boss.findJobs('intake-batch', { data: { batchId } })
    return jobs.length > 0 && jobs.every((job) => job.state === 'failed')
  }
}

async function replay(transaction: Transaction, batch: IntakeBatch): Promise<Omit<IntakeBatch, 'payload'>> {
  const [found] = await transaction
    .select()
    .from(intakeBatches)
    .where(
      and(eq(intakeBatches.tenantId, batch.tenantId), eq(intakeBatches.idempotencyKey, batch.idempotencyKey)),
    )
  if (found === undefined) throw new Error(`intake batch ${batch.id} exists under another idempotency key`)
  if (found.requestHash !== batch.requestHash) throw otherBody(batch.idempotencyKey)
  return withoutPayload(found)
}

function otherBody(idempotencyKey: string): Error {
  return conflict({
    message: {
      zh: `幂等键 ${idempotencyKey} 已用于内容不同的请求`,
      en: `The idempotency key ${idempotencyKey} was used with another request body`,
    },
    remedy: { zh: '为新的内容使用新的 Idempotency-Key', en: 'Use a new Idempotency-Key for new content' },
  })
}

function withoutPayload(batch: IntakeBatch | Stored): Omit<IntakeBatch, 'payload'> {
  const { id, tenantId, idempotencyKey, requestHash, kind, sourceId, receivedAt, response } = batch
  return { id, tenantId, idempotencyKey, requestHash, kind, sourceId, receivedAt, response }
}
