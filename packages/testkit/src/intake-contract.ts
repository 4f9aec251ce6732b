import { randomUUID } from 'node:crypto'
import type { Stores } from '@kesheng/storage/open-stores'
import { describe, expect, it } from 'vitest'
import { addSource } from './control-fixtures.ts'
import { intakeBatch, noCounts } from './control-records.ts'

/** Batches of the real-time intake with the jobs they send. */
export function intakeContract(stores: () => Stores): void {
  describe('intake batches', () => {
    it('stores a batch together with its job', async () => {
      const { intake, queue } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      const { payload, ...rest } = batch
      expect(await intake.accept(batch)).toEqual({ batch: rest, replayed: false })
      expect(await intake.get(tenantId, batch.id)).toEqual({
        ...rest,
        payload,
        state: 'accepted',
        duplicates: 0,
        finishedAt: null,
      })
      expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 1, running: 0 })
    })

    it('repeats the first answer to a key it has seen', async () => {
      const { intake, queue } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      await intake.accept(batch)
      const again = await intake.accept({ ...batch, id: randomUUID(), receivedAt: 9_999 })
      expect(again).toMatchObject({ replayed: true, batch: { id: batch.id, receivedAt: 5_000 } })
      expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 1 })
    })

    it('refuses a key that was used with another body', async () => {
      const { intake } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      await intake.accept(batch)
      const other = { ...batch, id: randomUUID(), requestHash: 'b'.repeat(64) }
      await expect(intake.accept(other)).rejects.toMatchObject({ code: 'Conflict' })
    })

    it('lets workspaces use the same key', async () => {
      const { intake } = stores()
      const [one, two] = [await addSource(stores()), await addSource(stores())]
      const key = { idempotencyKey: 'order-1' }
      await intake.accept(intakeBatch(one.tenantId, one.sourceId, key))
      const second = await intake.accept(intakeBatch(two.tenantId, two.sourceId, key))
      expect(second.replayed).toBe(false)
    })

    it('accepts a batch once when it arrives twice at the same time', async () => {
      const { intake, queue } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => intake.accept({ ...batch, id: randomUUID() })),
      )
      expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1)
      expect(new Set(answers.map((answer) => answer.batch.id)).size).toBe(1)
      expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 1 })
    })

    it('finishes a batch once, with its follow-up jobs, and drops the payload', async () => {
      const { intake, queue } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      await intake.accept(batch)
      const jobs = {
        analyse: [{ tenantId, day: 20_000, bucketFrom: 3, bucketTo: 3, threadIds: [randomUUID()] }],
        attribute: [{ tenantId, dayFrom: 19_990, dayTo: 20_000 }],
      }
      const counts = { ...noCounts, read: 3, accepted: 2, duplicates: 1 }
      expect(await intake.finish(batch.id, counts, jobs, 7_000)).toBe(true)
      expect(await intake.finish(batch.id, counts, jobs, 8_000)).toBe(false)
      const found = await intake.get(tenantId, batch.id)
      expect(found).toMatchObject({ state: 'done', duplicates: 1, finishedAt: 7_000 })
      expect(found?.payload).toHaveLength(0)
      expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 3 })
    })

    it('shows batches of the own workspace only', async () => {
      const { intake } = stores()
      const { tenantId, sourceId } = await addSource(stores())
      const batch = intakeBatch(tenantId, sourceId)
      await intake.accept(batch)
      expect(await intake.get((await addSource(stores())).tenantId, batch.id)).toBeNull()
    })
  })
}
