import { measuresOf, type Measure, type Metric } from '../metric.ts'
import type { Period } from '../time-range.ts'
import type { Narrowing } from './filters.ts'
import type { NamedMeasure, Part } from './parts.ts'

/** A result column and the measure columns its formula needs: [value] or [numerator, denominator]. */
export interface PlannedMetric {
  readonly id: string
  readonly metric: Metric
  readonly aliases: readonly string[]
}

export interface Plan {
  readonly parts: readonly Part[]
  readonly measures: readonly NamedMeasure[]
  readonly planned: readonly PlannedMetric[]
}

/**
 * Which tables are read how often: one part per subject and period that answers all its measures at once, and one for
 * each measure over groups. A measure two metrics share is computed once.
 */
export function planParts(metrics: readonly Metric[], narrowing: Narrowing, compared: Period | null): Plan {
  const current = nameMeasures(metrics, 'm')
  const before = compared ? nameMeasures(metrics, 'b') : []
  const planned = metrics.flatMap((metric) => [
    { id: metric.id, metric, aliases: aliasesOf(metric, current) },
    ...(compared ? [{ id: `${metric.id}:previous`, metric, aliases: aliasesOf(metric, before) }] : []),
  ])
  const parts = [
    ...partsOf(current, narrowing),
    ...(compared ? partsOf(before, { ...narrowing, period: compared }) : []),
  ]
  return { parts, measures: [...current, ...before], planned }
}

const identity = (measure: Measure): string => JSON.stringify(measure)

function nameMeasures(metrics: readonly Metric[], prefix: 'm' | 'b'): NamedMeasure[] {
  const distinct = new Map(
    metrics.flatMap((metric) => measuresOf(metric.expression)).map((measure) => [identity(measure), measure]),
  )
  return [...distinct.values()].map((measure, at) => ({ alias: `${prefix}${at + 1}`, measure }))
}

function aliasesOf(metric: Metric, named: readonly NamedMeasure[]): string[] {
  return measuresOf(metric.expression).map((measure) => {
    const found = named.find((candidate) => identity(candidate.measure) === identity(measure))
    if (!found) throw new Error(`${metric.id} has a measure without a column`)
    return found.alias
  })
}

function partsOf(named: readonly NamedMeasure[], narrowing: Narrowing): Part[] {
  const overGroups = named.filter(({ measure }) => measure.aggregate.kind === 'groups')
  const overRows = named.filter(({ measure }) => measure.aggregate.kind !== 'groups')
  const subjects = [...new Set(overRows.map(({ measure }) => measure.subject))]
  return [
    ...subjects.map((subject) => ({
      subject,
      measures: overRows.filter(({ measure }) => measure.subject === subject),
      narrowing,
    })),
    ...overGroups.map((measure) => ({ subject: measure.measure.subject, measures: [measure], narrowing })),
  ]
}
