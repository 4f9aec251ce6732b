import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Feed } from './feed.ts'

async function collect(feed: Feed<number>): Promise<number[]> {
  const all: number[] = []
  for await (const chunk of feed) {
    await turn()
    all.push(...chunk)
  }
  return all
}

describe('Feed', () => {
  it('gives everything in order, whatever the capacity', async () => {
    for (const capacity of [1, 3, 100]) {
      const feed = new Feed<number>(capacity)
      const collected = collect(feed)
      for (let number = 0; number < 50; number += 2) await feed.push([number, number + 1])
      feed.end()
      expect(await collected).toEqual(Array.from({ length: 50 }, (_, index) => index))
    }
  })

  it('makes the producer wait for the consumer', async () => {
    const feed = new Feed<number>(2)
    await feed.push([1, 2])
    let pushed = false
    const push = feed.push([3]).then(() => (pushed = true))
    await turn()
    expect(pushed).toBe(false)
    const iterator = feed[Symbol.asyncIterator]()
    expect(await iterator.next()).toEqual({ value: [1, 2], done: false })
    await push
    expect(pushed).toBe(true)
  })

  it('lets the producer go when the consumer has stopped', async () => {
    const feed = new Feed<number>(1)
    for await (const chunk of startWith(feed, [1])) {
      expect(chunk).toEqual([1])
      break
    }
    await feed.push([2, 3, 4])
    await feed.push([5])
  })
})

function startWith(feed: Feed<number>, chunk: number[]): Feed<number> {
  void feed.push(chunk)
  return feed
}
