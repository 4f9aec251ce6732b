import type { Grain } from '@kesheng/contracts/metrics/query'
import { buckets } from './buckets.ts'
import type { Metric } from './metric.ts'
import type { Period } from './time-range.ts'

export type Cell = string | number | null

interface FillOptions {
  /** Rows as [time, ...dimensions, ...metrics]. */
  readonly rows: readonly Cell[][]
  readonly dimensionCount: number
  readonly metrics: readonly Pick<Metric, 'noData'>[]
  readonly grain: Grain
  readonly period: Period
  readonly timezone: string
  readonly now: number
  readonly limit: number
}

/** A chart of a hundred years by the hour is a mistake; beyond this the axis is left as the data has it. */
const mostCells = 5000

/** Shortest length of a period, so that the axis can be judged before it is made. */
const shortest: Readonly<Record<Grain, number>> = {
  hour: 3_600_000,
  day: 23 * 3_600_000,
  week: 7 * 23 * 3_600_000,
  month: 28 * 23 * 3_600_000,
}

/**
 * Puts in the periods in which nothing happened, for each group that occurs: 0 for what is counted, null for what
 * cannot be said without rows. The future is not filled, nor a list that was cut off at its limit.
 */
export function fillGaps(options: FillOptions): Cell[][] {
  const { rows, dimensionCount, metrics, grain, period, timezone, now, limit } = options
  if (period.from === null || rows.length >= limit) return [...rows]
  const to = Math.min(period.to ?? now + 1, Math.max(now + 1, period.from + 1))
  const groups = groupsOf(rows, dimensionCount)
  const mostBuckets = (to - period.from) / shortest[grain]
  if (mostBuckets * groups.length > Math.max(mostCells, limit)) return [...rows]
  const axis = buckets({ from: period.from, to }, grain, timezone)
  const known = new Set(rows.map((row) => groupKey(row.slice(0, dimensionCount + 1))))
  const empty = metrics.map((metric) => (metric.noData === 'zero' ? 0 : null))
  const added = axis.flatMap(({ key }) =>
    groups
      .map((group) => [key, ...group])
      .filter((cells) => !known.has(groupKey(cells)))
      .map((cells) => [...cells, ...empty]),
  )
  return [...rows, ...added]
}

/** Without dimensions there is one group, even when no row came back. */
function groupsOf(rows: readonly Cell[][], dimensionCount: number): Cell[][] {
  if (dimensionCount === 0) return [[]]
  const distinct = new Map(
    rows.map((row) => row.slice(1, dimensionCount + 1)).map((group) => [groupKey(group), group]),
  )
  return [...distinct.values()]
}

const groupKey = (cells: readonly Cell[]): string => JSON.stringify(cells)
