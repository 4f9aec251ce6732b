import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cumulate, hashOf, Random } from './random.ts'

describe('Random', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    const first = new Random(5)
    const second = new Random(5)
    const other = new Random(6)
    const draws = Array.from({ length: 50 }, () => first.next())
    expect(Array.from({ length: 50 }, () => second.next())).toEqual(draws)
    expect(Array.from({ length: 50 }, () => other.next())).not.toEqual(draws)
  })

  it('keeps its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, count) => {
        const random = new Random(seed)
        for (let i = 0; i < 20; i++) {
          const value = random.below(count)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThan(count)
          expect(random.unit()).toBeLessThan(1)
          expect(Math.abs(random.normal())).toBeLessThanOrEqual(3.47)
        }
      }),
    )
  })

  it('draws in proportion to the weights', () => {
    const random = new Random(1)
    const sums = cumulate([1, 0, 3])
    const counts = [0, 0, 0]
    for (let i = 0; i < 40_000; i++) counts[random.weighted(sums)]!++
    expect(counts[1]).toBe(0)
    expect(counts[2]! / counts[0]!).toBeGreaterThan(2.8)
    expect(counts[2]! / counts[0]!).toBeLessThan(3.2)
  })

  it('spreads hashes of neighbours', () => {
    const hashes = new Set(Array.from({ length: 10_000 }, (_, i) => hashOf(1, 2, i)))
    expect(hashes.size).toBeGreaterThan(9_990)
  })
})
