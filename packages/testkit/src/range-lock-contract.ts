import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DayRange, RangeLock } from '@kesheng/core/conversations/range-lock'
import { expect, it } from 'vitest'

const range = (change: Partial<DayRange> = {}): DayRange => ({
  tenantId: 'tenant',
  day: 20_000,
  bucketFrom: 0,
  bucketTo: 255,
  ...change,
})

/** The processes take turns. */
function atIndex(locks: readonly RangeLock[], index: number): RangeLock {
  const lock = locks[index % locks.length]
  if (lock === undefined) throw new Error('a contract needs a lock')
  return lock
}

/** Puts work under the processes' locks at once and tells which pairs of it overlapped in time. */
async function overlapsOf(
  locks: readonly RangeLock[],
  ranges: readonly DayRange[],
): Promise<{ wrong: DayRange[][]; most: number }> {
  const running = new Set<DayRange>()
  const wrong: DayRange[][] = []
  let most = 0
  const work = (range: DayRange) => async () => {
    for (const other of running) if (collide(range, other)) wrong.push([range, other])
    running.add(range)
    most = Math.max(most, running.size)
    await sleep(2)
    running.delete(range)
  }
  await Promise.all(ranges.map((range, index) => atIndex(locks, index).withLock(range, work(range))))
  return { wrong, most }
}

function collide(a: DayRange, b: DayRange): boolean {
  return a.day === b.day && a.bucketFrom <= b.bucketTo && b.bucketFrom <= a.bucketTo
}

/** What a lock has to do; `locks` are those of the processes that share a store. */
export function rangeLockContract(locks: () => readonly RangeLock[]): void {
  it('lets nobody in beside overlapping work, and comes to an end', async () => {
    const tenantId = randomUUID()
    const ranges = Array.from({ length: 120 }, (_, index) => {
      const bucketFrom = (index * 37) % 200
      return range({
        tenantId,
        day: Math.floor(index / 2) % 2,
        bucketFrom,
        bucketTo: bucketFrom + ((index * 13) % 56),
      })
    })
    const { wrong, most } = await overlapsOf(locks(), ranges)
    expect(wrong).toEqual([])
    expect(most).toBeGreaterThan(1)
  })

  it('lets the next one in after work that failed', async () => {
    const failing = atIndex(locks(), 0).withLock(range(), () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await atIndex(locks(), 1).withLock(range(), () => Promise.resolve('in'))).toBe('in')
  })
}
