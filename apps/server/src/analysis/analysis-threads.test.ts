import { describe, expect, it } from 'vitest'
import { spread } from './analysis-threads.ts'

describe('spread', () => {
  it.each([0, 1, 3, 4, 10])('keeps the order of %i inputs', async (count) => {
    const inputs = Array.from({ length: count }, (_, index) => index)
    const sizes: number[] = []
    const outputs = await spread(inputs, 3, async (part) => {
      sizes.push(part.length)
      // Later parts answer first.
      await new Promise((resolve) => setTimeout(resolve, 10 - (part[0] ?? 0)))
      return part.map((value) => value * 2)
    })
    expect(outputs).toEqual(inputs.map((value) => value * 2))
    expect(sizes.every((size) => size <= 3)).toBe(true)
  })
})
