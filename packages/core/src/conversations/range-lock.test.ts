import { expect, test } from 'vitest'
import { createRangeLock, type DayRange } from './range-lock.ts'

const range = (change: Partial<DayRange> = {}): DayRange => ({
  tenantId: 't',
  day: 1,
  bucketFrom: 0,
  bucketTo: 9,
  ...change,
})

/** Starts work on both ranges and says whether the second began before the first ended. */
async function together(first: DayRange, second: DayRange): Promise<boolean> {
  const lock = createRangeLock()
  const events: string[] = []
  const work = (name: string) => async () => {
    events.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    events.push(`${name} ends`)
  }
  await Promise.all([lock.withLock(first, work('a')), lock.withLock(second, work('b'))])
  return events.indexOf('b begins') < events.indexOf('a ends')
}

test.each<[string, DayRange, boolean]>([
  ['the same range', range(), false],
  ['an overlapping range', range({ bucketFrom: 9, bucketTo: 20 }), false],
  ['the next range', range({ bucketFrom: 10, bucketTo: 20 }), true],
  ['another day', range({ day: 2 }), true],
  ['another tenant', range({ tenantId: 'u' }), true],
])('%s', async (_name, other, expected) => {
  expect(await together(range(), other)).toBe(expected)
})

test('work that fails lets the next one in', async () => {
  const lock = createRangeLock()
  await expect(lock.withLock(range(), () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await lock.withLock(range(), () => Promise.resolve(1))).toBe(1)
})
