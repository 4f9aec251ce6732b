import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { sql, type Sql } from '../access/sql/nodes.ts'
import type { Aggregate, Expression, Measure } from './metric.ts'

const measure = (subject: EvidenceSubject, aggregate: Aggregate, where: Sql | null = null): Measure => ({
  subject,
  aggregate,
  where,
})

export const rows = (subject: EvidenceSubject, where?: Sql) => measure(subject, { kind: 'count' }, where)
export const distinct = (subject: EvidenceSubject, key: Sql, where?: Sql) =>
  measure(subject, { kind: 'distinct', key }, where)
export const sum = (subject: EvidenceSubject, of: Sql, where?: Sql) =>
  measure(subject, { kind: 'sum', of }, where)
export const mean = (subject: EvidenceSubject, of: Sql, where?: Sql) =>
  measure(subject, { kind: 'mean', of }, where)
export const maximum = (subject: EvidenceSubject, of: Sql, where?: Sql) =>
  measure(subject, { kind: 'maximum', of }, where)
export const quantile = (subject: EvidenceSubject, level: Sql, of: Sql, where?: Sql) =>
  measure(subject, { kind: 'quantile', level, of }, where)
export const groups = (subject: EvidenceSubject, key: Sql, having: Sql, where?: Sql) =>
  measure(subject, { kind: 'groups', key, having }, where)
export const overlap = (subject: EvidenceSubject, start: Sql, end: Sql, where?: Sql) =>
  measure(subject, { kind: 'overlap', start, end }, where)

export const value = (measure: Measure): Expression => ({ kind: 'value', measure })

export const ratio = (numerator: Measure, denominator: Measure, scale = 1): Expression => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale,
  complement: false,
})

/** 1 − numerator / denominator. */
export const complement = (numerator: Measure, denominator: Measure): Expression => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 1,
  complement: true,
})

/** Rows of a subject that satisfy `part`, as a share of those that satisfy `whole`. */
export const share = (subject: EvidenceSubject, part: Sql, whole?: Sql): Expression =>
  ratio(rows(subject, whole ? sql`${whole} AND ${part}` : part), rows(subject, whole))

export const buyer = sql`buyer_id`
