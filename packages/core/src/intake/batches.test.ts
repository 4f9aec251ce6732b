import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chat } from '../testing/samples.ts'
import { inBatches } from './batches.ts'
import { contentIdentity } from './content-identity.ts'

async function* chunksOf(outcomes: readonly RowOutcome[], size: number): AsyncGenerator<RowOutcome[]> {
  for (let start = 0; start < outcomes.length; start += size) yield outcomes.slice(start, start + size)
}

async function sizes(outcomes: readonly RowOutcome[], chunk: number, size?: number): Promise<number[]> {
  const result: number[] = []
  for await (const batch of inBatches(chunksOf(outcomes, chunk), size)) result.push(batch.length)
  return result
}

const rows = (count: number): RowOutcome[] =>
  Array.from({ length: count }, (_, line) => ({ line, records: [] }))

test('batches depend on the rows, not on the chunks they come in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 60 }), async (count, chunk) => {
      expect(await sizes(rows(count), chunk, 7)).toEqual(await sizes(rows(count), 1, 7))
    }),
  )
  expect(await sizes(rows(15), 4, 7)).toEqual([7, 7, 1])
})

test('the parts of a row stay in one batch', async () => {
  const outcomes: RowOutcome[] = rows(3).flatMap((outcome) => [outcome, { ...outcome, sameRow: true }])
  expect(await sizes(outcomes, 1, 3)).toEqual([4, 2])
})

test('long conversations make smaller batches', async () => {
  const records = Array.from({ length: 9000 }, () => chat())
  const outcomes = Array.from({ length: 5 }, (_, line): RowOutcome => ({ line, records }))
  expect(await sizes(outcomes, 5)).toEqual([3, 2])
})

async function* bytes(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

test('a file is known by its bytes, however they come', async () => {
  const whole = await contentIdentity(bytes('abc'))
  expect(await contentIdentity(bytes('a', 'bc'))).toBe(whole)
  expect(await contentIdentity(bytes('ab'))).not.toBe(whole)
})
