import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { rowsOf } from '#lib/metrics/result.ts'

/** Below this many mentions in both periods a change is chance: 10 against 5 still differ at p ≈ 0.3. */
export const fewestMentions = 10

/** A level-3 opinion whose share of the talk changed. */
export interface Mover {
  level1: string
  level2: string
  level3: string
  mentions: number
  previousMentions: number
  /** Mentions per 1,000 inquiries, now and before, and their difference. */
  rate: number
  previousRate: number
  change: number
  /** Negative mentions among the current (or, when gone, the previous) ones, 0–1. */
  negativeShare: number
}

export interface Movers {
  rising: Mover[]
  falling: Mover[]
  /** Opinions left out because they were mentioned too rarely. */
  hidden: number
}

interface Inquiries {
  current: number
  previous: number
}

const perThousand = (mentions: number, inquiries: number) => (mentions / inquiries) * 1000

function readMovers(result: QueryResult, inquiries: Inquiries): Mover[] {
  return rowsOf(result).map((row) => {
    const mentions = row.number('mentions') ?? 0
    const previousMentions = row.previous('mentions') ?? 0
    const rate = perThousand(mentions, inquiries.current)
    const previousRate = perThousand(previousMentions, inquiries.previous)
    const negative = mentions > 0 ? row.number('negativeMentions') : row.previous('negativeMentions')
    return {
      level1: row.text('level1'),
      level2: row.text('level2'),
      level3: row.text('level3'),
      mentions,
      previousMentions,
      rate,
      previousRate,
      change: rate - previousRate,
      negativeShare: (negative ?? 0) / Math.max(1, mentions > 0 ? mentions : previousMentions),
    }
  })
}

/** The opinions that rose and fell most per 1,000 inquiries, so a busier period alone moves nothing. */
export function moversOf(result: QueryResult, inquiries: Inquiries, count: number): Movers {
  if (inquiries.current === 0 || inquiries.previous === 0) return { rising: [], falling: [], hidden: 0 }
  const all = readMovers(result, inquiries)
  const heard = all.filter((mover) => Math.max(mover.mentions, mover.previousMentions) >= fewestMentions)
  const byChange = heard.toSorted((a, b) => b.change - a.change)
  return {
    rising: byChange.filter(({ change }) => change > 0).slice(0, count),
    falling: byChange
      .filter(({ change }) => change < 0)
      .reverse()
      .slice(0, count),
    hidden: all.length - heard.length,
  }
}
