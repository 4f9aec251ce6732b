import { describe, expect, it } from 'vitest'
import { withRetry } from './retry.ts'

const refused = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })

function failing(times: number, error: () => Error): { request: () => Promise<number>; calls: () => number } {
  let calls = 0
  return {
    calls: () => calls,
    async request() {
      calls++
      if (calls <= times) throw error()
      return calls
    },
  }
}

describe('withRetry', () => {
  it('goes on while the engine is away', async () => {
    expect(await withRetry(failing(2, refused).request, { seconds: 60 })).toBe(3)
  })

  it('gives up in the end with Unavailable', async () => {
    const { request } = failing(Number.POSITIVE_INFINITY, refused)
    await expect(withRetry(request, { seconds: 0 })).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('does not repeat a refused statement', async () => {
    const { request, calls } = failing(1, () => Object.assign(new Error('syntax'), { code: '62' }))
    await expect(withRetry(request, { seconds: 60 })).rejects.toMatchObject({ code: 'Bug' })
    expect(calls()).toBe(1)
  })

  it('does not repeat for a caller who gave up', async () => {
    const { request, calls } = failing(1, refused)
    await expect(withRetry(request, { seconds: 60, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(calls()).toBe(1)
  })
})
