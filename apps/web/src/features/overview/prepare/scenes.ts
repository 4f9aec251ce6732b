import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { rowsOf } from '#lib/metrics/result.ts'

export interface RankedScene {
  scene: string
  count: number
  /** Of all inquiries, 0–1. */
  share: number
  previousShare: number | null
  /** Against the most frequent scene, 0–1. */
  size: number
}

/** Scenes by inquiries, most frequent first. */
export function rankScenes(
  result: QueryResult,
  inquiries: number,
  previousInquiries: number | null,
): RankedScene[] {
  const rows = rowsOf(result)
    .map((row) => ({
      scene: row.text('scene'),
      count: row.number('inquiries') ?? 0,
      before: row.previous('inquiries'),
    }))
    .filter(({ count }) => count > 0)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return rows
    .toSorted((a, b) => b.count - a.count)
    .map(({ scene, count, before }) => ({
      scene,
      count,
      share: count / Math.max(1, inquiries),
      previousShare: previousInquiries ? (before ?? 0) / previousInquiries : null,
      size: count / most,
    }))
}
