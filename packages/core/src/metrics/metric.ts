import type { EvidenceSubject, MetricInfo } from '@kesheng/contracts/metrics/query'
import type { Text } from '../errors/errors.ts'
import { sql, type Sql } from '../access/sql/nodes.ts'

/** What is computed over the rows that satisfy a measure's condition. */
export type Aggregate =
  | { readonly kind: 'count' }
  /** Different values of a key, exact. */
  | { readonly kind: 'distinct'; readonly key: Sql }
  | { readonly kind: 'sum' | 'mean' | 'maximum'; readonly of: Sql }
  /** Exact quantile, `level` 0–1; part of the function's name in SQL, so it cannot be a parameter. */
  | { readonly kind: 'quantile'; readonly level: Sql; readonly of: Sql }
  /** The most spans [start, end) that overlap at one moment. */
  | { readonly kind: 'overlap'; readonly start: Sql; readonly end: Sql }
  /** Groups of rows (e.g. a buyer's orders) whose aggregate satisfies `having`. */
  | { readonly kind: 'groups'; readonly key: Sql; readonly having: Sql }

export interface Measure {
  readonly subject: EvidenceSubject
  readonly aggregate: Aggregate
  readonly where: Sql | null
}

export type Expression =
  | { readonly kind: 'value'; readonly measure: Measure }
  | {
      readonly kind: 'ratio'
      readonly numerator: Measure
      readonly denominator: Measure
      /** 1 for shares and means, 100 for points. */
      readonly scale: number
      /** 1 − ratio. */
      readonly complement: boolean
    }

/** The population behind a number: one list entry per row, or the first row of each key. */
export interface Evidence {
  readonly subject: EvidenceSubject
  readonly where: Sql | null
  readonly unit: { readonly kind: 'row' } | { readonly kind: 'key'; readonly key: Sql }
  /** Only keys whose rows together satisfy this. */
  readonly having: Sql | null
  /** Which entries count for the upper part of a share; null when the figure has no such part. */
  readonly numerator: {
    readonly where: Sql | null
    readonly having: Sql | null
    readonly complement: boolean
  } | null
}

export interface Metric {
  readonly id: string
  readonly group: string
  readonly label: Text
  readonly description: Text
  readonly formula: string
  /** count | share (0–1) | seconds | yuan | score | points (−100…100) | ratio */
  readonly unit: string
  readonly expression: Expression
  readonly evidence: Evidence
  /** Values of parts may be summed to the value of the whole. */
  readonly additive: boolean
  /** What a period or group without rows shows. */
  readonly noData: MetricInfo['noData']
  readonly version: number
}

interface Definition {
  id: string
  zh: string
  en: string
  about: Text
  formula: string
  unit: string
  expression: Expression
  evidence?: Evidence
  version?: number
}

/** Fills in what follows from the expression: population, additivity, what "no data" means. */
export function metric(group: string, definition: Definition): Metric {
  const { zh, en, about, evidence, version = 1, ...rest } = definition
  const kind = rest.expression.kind === 'value' ? rest.expression.measure.aggregate.kind : 'ratio'
  return {
    ...rest,
    group,
    version,
    label: { zh, en },
    description: about,
    evidence: evidence ?? evidenceOf(rest.expression),
    additive: kind === 'count' || kind === 'sum',
    noData: kind === 'count' || kind === 'sum' || kind === 'distinct' || kind === 'groups' ? 'zero' : 'gap',
  }
}

/** Order facts are lines; people count and read orders. */
export const orderKey = sql`(platform, order_id)`

function evidenceOf(expression: Expression): Evidence {
  if (expression.kind === 'value') return populationOf(expression.measure)
  const { numerator, denominator, complement } = expression
  if (numerator.subject !== denominator.subject) return populationOf(numerator)
  if (!countsEntries(numerator) || !sameUnit(numerator, denominator)) return populationOf(denominator)
  return populationOf(denominator, {
    where: numerator.where,
    having: numerator.aggregate.kind === 'groups' ? numerator.aggregate.having : null,
    complement,
  })
}

/** The rows a measure is taken over, without marks for a numerator unless given. */
export function populationOf(measure: Measure, numerator: Evidence['numerator'] = null): Evidence {
  const { aggregate, subject, where } = measure
  const key = keyOf(measure)
  const having = aggregate.kind === 'groups' ? aggregate.having : null
  return { subject, where, having, numerator, unit: key ? { kind: 'key', key } : { kind: 'row' } }
}

function keyOf({ aggregate, subject }: Measure): Sql | null {
  if (aggregate.kind === 'distinct' || aggregate.kind === 'groups') return aggregate.key
  return subject === 'order' ? orderKey : null
}

function countsEntries({ aggregate }: Measure): boolean {
  return aggregate.kind === 'count' || aggregate.kind === 'distinct' || aggregate.kind === 'groups'
}

/** Numerator and denominator count the same things: rows, or keys of the same form. */
function sameUnit(numerator: Measure, denominator: Measure): boolean {
  return JSON.stringify(keyOf(numerator)) === JSON.stringify(keyOf(denominator)) && countsEntries(denominator)
}

export function subjectsOf(metric: Metric): EvidenceSubject[] {
  return [...new Set(measuresOf(metric.expression).map((measure) => measure.subject))]
}

export function measuresOf(expression: Expression): Measure[] {
  return expression.kind === 'value' ? [expression.measure] : [expression.numerator, expression.denominator]
}
