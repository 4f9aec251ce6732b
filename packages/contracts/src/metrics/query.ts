import { z } from 'zod'
import { ownerships } from '../facts/common.ts'

const date = /^\d{4}-\d{2}-\d{2}$/
const moment = z.string().refine((value) => date.test(value) || !Number.isNaN(Date.parse(value)), {
  message: 'a date (2026-11-01) or an ISO time',
})

/**
 * `from`/`to` as local dates of the workspace's timezone: both days included. As ISO times: `to` excluded.
 * `last` counts whole local days up to and including today. Absent on both ends = all time.
 */
export const timeRange = z.union([
  z.object({ last: z.string().regex(/^\d{1,4}d$/) }),
  z.object({ from: moment.optional(), to: moment.optional() }),
])
export type TimeRange = z.infer<typeof timeRange>

export const filter = z.object({
  /** Dimension id. */
  dimension: z.string(),
  operator: z.enum(['in', 'notIn']).default('in'),
  values: z.array(z.string()).min(1).max(1000),
})
export type Filter = z.infer<typeof filter>

const order = z.union([
  z.object({ id: z.string(), direction: z.enum(['asc', 'desc']).default('desc') }),
  /** Short form: `metric` ascending, `-metric` descending. */
  z.string(),
])

export const grains = ['hour', 'day', 'week', 'month'] as const
export type Grain = (typeof grains)[number]

export const queryRequest = z.object({
  metrics: z.array(z.string()).min(1).max(40),
  dimensions: z.array(z.string()).max(6).default([]),
  filters: z.array(filter).max(50).default([]),
  timeRange: timeRange.default({}),
  /** Adds a first column `time` (start of the period in the workspace's timezone, Monday weeks). */
  grain: z.enum(grains).optional(),
  /** Adds `<metric>:previous` columns for the period of equal length right before. Needs a closed range; no grain. */
  compare: z.enum(['previous']).optional(),
  ownership: z.array(z.enum(ownerships)).min(1).default(['own']),
  orderBy: z.array(order).max(5).default([]),
  limit: z.number().int().min(1).max(100_000).default(1000),
})
export type QueryRequest = z.infer<typeof queryRequest>
export type QueryInput = z.input<typeof queryRequest>

export const columnTypes = ['time', 'text', 'number'] as const
export const queryColumn = z.object({
  id: z.string(),
  type: z.enum(columnTypes),
  /** count | share (0–1) | seconds | yuan | score | points (−100…100) | '' */
  unit: z.string(),
})
export const queryResult = z.object({
  columns: z.array(queryColumn),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  sql: z.string(),
  elapsedMs: z.number(),
})
export type QueryResult = z.infer<typeof queryResult>

export const evidenceSubjects = [
  'conversation',
  'message',
  'opinion',
  'review',
  'surveyAnswer',
  'order',
  'refund',
] as const
export type EvidenceSubject = (typeof evidenceSubjects)[number]

/**
 * What makes a number: the rows behind one cell. For a count the list has exactly that count; for a mean or share
 * it has the sample the figure was taken over (`n`), numerator rows marked.
 */
export const evidenceRequest = z.object({
  metric: z.string(),
  filters: z.array(filter).max(50).default([]),
  timeRange: timeRange.default({}),
  ownership: z.array(z.enum(ownerships)).min(1).default(['own']),
  limit: z.number().int().min(1).max(200).default(50),
  offset: z.number().int().min(0).max(10_000_000).default(0),
})
export type EvidenceRequest = z.infer<typeof evidenceRequest>

export const metricInfo = z.object({
  id: z.string(),
  group: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  description: z.object({ zh: z.string(), en: z.string() }),
  formula: z.string(),
  unit: z.string(),
  subject: z.enum(evidenceSubjects),
  additive: z.boolean(),
  noData: z.enum(['zero', 'gap']),
  dimensions: z.array(z.string()),
  version: z.number(),
})
export type MetricInfo = z.infer<typeof metricInfo>

export const dimensionInfo = z.object({
  id: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
})
export type DimensionInfo = z.infer<typeof dimensionInfo>
