import { randomUUID } from 'node:crypto'
import type { JobPayloads } from '@kesheng/core/queue/ports'
import { expect, it, vi } from 'vitest'
import { describeForm } from './describe-form.ts'
import type { StoreForm } from './store-forms.ts'

type Analyse = JobPayloads['analyse-day']

const waitLong = { timeout: 20_000, interval: 20 }

/** What every job queue has to do. Each case has a queue name of its own, since handlers stay. */
export function queueContract(form: StoreForm): void {
  describeForm('job queue', form, (stores) => {
    it('runs every job once, at most as many at a time as asked for', async () => {
      const { queue } = stores()
      const tenantId = randomUUID()
      const days: number[] = []
      let running = 0
      let most = 0
      await queue.work('analyse-day', { concurrency: 3 }, async (payload) => {
        most = Math.max(most, ++running)
        await new Promise((done) => setTimeout(done, 5))
        days.push(payload.day)
        running--
      })
      const payloads = Array.from({ length: 60 }, (_, day): Analyse => ({
        tenantId,
        day,
        bucketFrom: 0,
        bucketTo: 255,
      }))
      await queue.send('analyse-day', payloads)
      await vi.waitFor(() => expect(days).toHaveLength(60), waitLong)
      expect([...days].sort((a, b) => a - b)).toEqual(payloads.map((payload) => payload.day))
      expect(most).toBeLessThanOrEqual(3)
      expect(most).toBeGreaterThan(1)
    })

    it('tries a failed job again and tells which try it is', async () => {
      const { queue } = stores()
      const attempts: number[] = []
      const ids = new Set<string>()
      await queue.work('attribute', { concurrency: 1 }, async (_payload, job) => {
        attempts.push(job.attempt)
        ids.add(job.id)
        if (job.attempt === 1) throw new Error('the first try fails')
      })
      await queue.send('attribute', [{ tenantId: randomUUID(), dayFrom: 1, dayTo: 2 }])
      await vi.waitFor(() => expect(attempts).toEqual([1, 2]), waitLong)
      expect(ids.size).toBe(1)
    })

    it('counts what waits and runs per workspace', async () => {
      const { queue } = stores()
      const [tenantId, other] = [randomUUID(), randomUUID()]
      const gate: { open: () => void } = { open: () => undefined }
      const opened = new Promise<void>((resolve) => {
        gate.open = resolve
      })
      await queue.send('import-file', [
        { tenantId, importId: '1' },
        { tenantId, importId: '2' },
      ])
      await queue.send('import-file', [{ tenantId: other, importId: '3' }])
      expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 2, running: 0 })
      await queue.work('import-file', { concurrency: 1 }, () => opened)
      await vi.waitFor(
        async () => expect(await queue.backlog(tenantId)).toMatchObject({ waiting: 1, running: 1 }),
        waitLong,
      )
      expect(await queue.backlog(other)).toMatchObject({ waiting: 1, running: 0 })
      gate.open()
      await vi.waitFor(
        async () =>
          expect(await queue.backlog(tenantId)).toEqual({ waiting: 0, running: 0, oldestSeconds: 0 }),
        waitLong,
      )
    })

    it('takes an empty list', async () => {
      await expect(stores().queue.send('analyse-texts', [])).resolves.toBeUndefined()
    })
  })
}
