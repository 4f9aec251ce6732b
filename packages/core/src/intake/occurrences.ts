interface Stretch {
  time: number
  counts: Map<string, number>
}

/**
 * Tells equal rows apart. Two rows with the same content of one group (a thread, a product) are different things
 * when they stand together: a buyer who sends 「？」 twice within a minute, or three pictures at once. They are the
 * same thing printed twice when the export moved on in between (files joined from overlapping exports). So equal
 * rows are counted within a stretch of equal times of their group, and the count starts again when the time changes.
 *
 * Memory: two generations of groups, at most `limit` each.
 */
export class Occurrences {
  private young = new Map<string, Stretch>()
  private old = new Map<string, Stretch>()
  private readonly limit: number

  constructor(limit = 20_000) {
    this.limit = limit
  }

  /** 0 for the first of equal rows, then 1, 2, … */
  next(group: string, time: number, content: string): number {
    let stretch = this.young.get(group) ?? this.old.get(group)
    if (stretch === undefined || stretch.time !== time) stretch = { time, counts: new Map() }
    if (this.young.size >= this.limit && !this.young.has(group)) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(group, stretch)
    const count = stretch.counts.get(content) ?? 0
    stretch.counts.set(content, count + 1)
    return count
  }
}

/** True when the source cuts seconds off (or has none): then equal texts at one time may be two. */
export function isCoarse(time: number): boolean {
  return time % 60_000 === 0
}
