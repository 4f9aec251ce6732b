import { expect, it } from 'vitest'
import { restartDelay } from './backoff.ts'

it('waits longer after each failure, up to two seconds', () => {
  expect([0, 1, 2, 4, 5, 60].map(restartDelay)).toEqual([100, 200, 400, 1_600, 2_000, 2_000])
})
