import { describe, expect, it } from 'vitest'
import { AttemptLimit } from './attempt-limit.ts'

describe('AttemptLimit', () => {
  it('closes after the allowed failures and opens when the window is over', () => {
    const limit = new AttemptLimit(3, 1000)
    for (let failure = 0; failure < 3; failure += 1) {
      expect(limit.wait('a', 0)).toBe(0)
      limit.fail('a', 0)
    }
    expect(limit.wait('a', 400)).toBe(600)
    expect(limit.wait('a', 1000)).toBe(0)
  })

  it('counts each key apart', () => {
    const limit = new AttemptLimit(1, 1000)
    limit.fail('a', 0)
    expect(limit.wait('b', 0)).toBe(0)
  })

  it('forgets failures after a success', () => {
    const limit = new AttemptLimit(2, 1000)
    limit.fail('a', 0)
    limit.succeed('a')
    limit.fail('a', 0)
    expect(limit.wait('a', 0)).toBe(0)
  })
})
