import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { rowsOf, type ResultRow } from '#lib/metrics/result.ts'

/** One point of the volume and sentiment trend. */
export interface VolumePoint {
  time: string
  inquiries: number
  positive: number
  neutral: number
  negative: number
  /** 0–1; null without inquiries. */
  negativeShare: number | null
  /** Inquiries of the point at the same place in the period before; null when not comparing. */
  previous: number | null
}

function volumePoint(row: ResultRow, previous: number | null): VolumePoint {
  const inquiries = row.number('inquiries') ?? 0
  const positive = row.number('positiveConversations') ?? 0
  const negative = row.number('negativeConversations') ?? 0
  return {
    time: row.text('time'),
    inquiries,
    positive,
    negative,
    neutral: Math.max(0, inquiries - positive - negative),
    negativeShare: inquiries > 0 ? negative / inquiries : null,
    previous,
  }
}

/** Points side by side with the period before, first day against first day. */
export function volumeTrend(current: QueryResult, before: QueryResult | undefined): VolumePoint[] {
  const earlier = before ? rowsOf(before).map((row) => row.number('inquiries')) : []
  return rowsOf(current).map((row, at) => volumePoint(row, earlier[at] ?? null))
}

export interface ResponsePoint {
  time: string
  first: number | null
  average: number | null
  withinThreeMinutes: number | null
}

export function responseTrend(current: QueryResult): ResponsePoint[] {
  return rowsOf(current).map((row) => ({
    time: row.text('time'),
    first: row.number('firstResponseTime'),
    average: row.number('averageResponseTime'),
    withinThreeMinutes: row.number('threeMinuteReplyRate'),
  }))
}

/** The values of one metric over time, for a tile's sparkline. */
export function sparkValues(trend: QueryResult | undefined, metric: string): (number | null)[] {
  if (!trend?.columns.some(({ id }) => id === metric)) return []
  return rowsOf(trend).map((row) => row.number(metric))
}
