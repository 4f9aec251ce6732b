/** A range of one day's buckets, both ends included. */
export interface DayRange {
  tenantId: string
  day: number
  bucketFrom: number
  bucketTo: number
}

/**
 * Runs work alone among work on an overlapping range of the same tenant and day. With several worker processes it
 * must hold across them.
 *
 * Neighbouring days need no lock. A job reads their log, which is only added to, but the conversations, opinions and
 * tags it writes are keyed by conversations that start on its own day. Only a message can change its day's
 * conversation from outside; its version is the time before the log was read, so the run that saw more of it wins.
 * Never take a second lock inside `work`.
 */
export interface RangeLock {
  withLock<T>(range: DayRange, work: () => Promise<T>): Promise<T>
}

function overlaps(a: DayRange, b: DayRange): boolean {
  return (
    a.tenantId === b.tenantId && a.day === b.day && a.bucketFrom <= b.bucketTo && b.bucketFrom <= a.bucketTo
  )
}

function settleable(): { promise: Promise<void>; resolve: () => void } {
  let settle: (() => void) | undefined
  const promise = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { promise, resolve: () => settle?.() }
}

/** The lock for one process: first come, first served among overlapping ranges. */
export function createRangeLock(): RangeLock {
  const held: { range: DayRange; done: Promise<void> }[] = []
  return {
    async withLock(range, work) {
      const before = held.filter((other) => overlaps(other.range, range)).map((other) => other.done)
      const { promise: done, resolve: release } = settleable()
      const entry = { range, done }
      held.push(entry)
      try {
        await Promise.all(before)
        return await work()
      } finally {
        held.splice(held.indexOf(entry), 1)
        release()
      }
    },
  }
}
