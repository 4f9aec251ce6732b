import type { DayRange } from '@kesheng/core/conversations/range-lock'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lockKeys } from './range-lock.ts'

const range = (change: Partial<DayRange> = {}): DayRange => ({
  tenantId: 't',
  day: 20_000,
  bucketFrom: 0,
  bucketTo: 255,
  ...change,
})

it.each<[string, DayRange, number]>([
  ['a whole day', range(), 16],
  ['one group', range({ bucketFrom: 16, bucketTo: 31 }), 1],
  ['one bucket', range({ bucketFrom: 255 }), 1],
  ['across a border', range({ bucketFrom: 15, bucketTo: 16 }), 2],
])('%s', (_name, one, keys) => {
  expect(lockKeys(one)).toHaveLength(keys)
})

const bounds = fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => ({
  bucketFrom: Math.min(a, b),
  bucketTo: Math.max(a, b),
}))

it('shares a key between ranges that overlap, and asks for keys in ascending order', () => {
  fc.assert(
    fc.property(bounds, bounds, (a, b) => {
      const [first, second] = [lockKeys(range(a)), lockKeys(range(b))]
      const overlap = a.bucketFrom <= b.bucketTo && b.bucketFrom <= a.bucketTo
      if (overlap) expect(first.some((key) => second.includes(key))).toBe(true)
      expect(first).toEqual([...first].sort((x, y) => (BigInt(x) < BigInt(y) ? -1 : 1)))
    }),
  )
})

it('has other keys for another day and another tenant', () => {
  const keys = [range(), range({ day: 20_001 }), range({ tenantId: 'u' })].flatMap(lockKeys)
  expect(new Set(keys).size).toBe(48)
})
