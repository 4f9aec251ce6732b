import type { EvidenceSubject, Filter, QueryRequest } from '@kesheng/contracts/metrics/query'
import { invalidInput } from '../../errors/errors.ts'
import { dimensions, metrics } from '../catalogue.ts'
import type { Dimension } from '../dimension.ts'
import { subjectsOf, type Metric } from '../metric.ts'
import { nearest } from '../nearest.ts'

export interface ResolvedFilter {
  readonly dimension: Dimension
  readonly operator: Filter['operator']
  readonly values: readonly string[]
}

export interface ResolvedQuery {
  readonly metrics: readonly Metric[]
  readonly dimensions: readonly Dimension[]
  readonly filters: readonly ResolvedFilter[]
}

const metricsById = new Map(metrics.map((metric) => [metric.id, metric]))
const dimensionsById = new Map(dimensions.map((dimension) => [dimension.id, dimension]))

/** Subjects whose rows can be chosen by the opinions found in them. */
export const holdsOpinions: ReadonlySet<EvidenceSubject> = new Set([
  'conversation',
  'message',
  'review',
  'surveyAnswer',
])

export function resolveQuery(
  request: Pick<QueryRequest, 'metrics' | 'dimensions' | 'filters'>,
): ResolvedQuery {
  const chosen = unique(request.metrics).map((id, at) => metricById(id, `metrics.${at}`))
  const grouped = unique(request.dimensions).map((id, at) => dimensionById(id, `dimensions.${at}`))
  const subjects = chosen.map((metric) => ({ metric, subjects: subjectsOf(metric) }))
  for (const { metric, subjects: needed } of subjects) {
    for (const dimension of grouped) requireDimension(dimension, metric.id, needed, carries, 'dimensions')
  }
  const filters = resolveFilters(request.filters)
  for (const { metric, subjects: needed } of subjects) {
    for (const { dimension } of filters) requireDimension(dimension, metric.id, needed, canFilter, 'filters')
  }
  return { metrics: chosen, dimensions: grouped, filters }
}

export function resolveFilters(filters: readonly Filter[]): ResolvedFilter[] {
  return filters.map(({ dimension, operator, values }, at) => ({
    dimension: dimensionById(dimension, `filters.${at}.dimension`),
    operator,
    values,
  }))
}

/** Filters for a list of one subject, each checked to be known to it. */
export function filtersFor(subject: EvidenceSubject, filters: readonly Filter[]): ResolvedFilter[] {
  const resolved = resolveFilters(filters)
  for (const { dimension } of resolved) requireDimension(dimension, subject, [subject], canFilter, 'filters')
  return resolved
}

export function metricById(id: string, path = 'metric'): Metric {
  return metricsById.get(id) ?? unknown('metric', '指标', id, path, nearest(id, metrics))
}

export function dimensionById(id: string, path = 'dimension'): Dimension {
  return dimensionsById.get(id) ?? unknown('dimension', '维度', id, path, nearest(id, dimensions))
}

function carries(dimension: Dimension, subject: EvidenceSubject): boolean {
  return dimension.on[subject] !== undefined
}

export function canFilter(dimension: Dimension, subject: EvidenceSubject): boolean {
  return carries(dimension, subject) || (holdsOpinions.has(subject) && carries(dimension, 'opinion'))
}

function requireDimension(
  dimension: Dimension,
  owner: string,
  subjects: readonly EvidenceSubject[],
  fits: (dimension: Dimension, subject: EvidenceSubject) => boolean,
  path: string,
): void {
  if (subjects.every((subject) => fits(dimension, subject))) return
  const usable = dimensions.filter((other) => subjects.every((subject) => fits(other, subject)))
  const near = nearest(dimension.id, usable)
  throw invalidInput({
    message: {
      zh: `${owner} 不能按“${dimension.label.zh}”（${dimension.id}）拆分或筛选`,
      en: `${owner} cannot be split or filtered by ${dimension.id}`,
    },
    remedy: { zh: `可用的相近维度：${near.join('、')}`, en: `Nearest that fit: ${near.join(', ')}` },
    issues: [{ path, message: `${dimension.id} does not apply to ${owner}; nearest: ${near.join(', ')}` }],
  })
}

function unknown(kind: string, zh: string, id: string, path: string, near: string[]): never {
  throw invalidInput({
    message: { zh: `没有名为 ${id} 的${zh}`, en: `Unknown ${kind}: ${id}` },
    remedy: { zh: `是不是要找：${near.join('、')}`, en: `Did you mean: ${near.join(', ')}` },
    issues: [{ path, message: `unknown ${kind} ${id}; nearest: ${near.join(', ')}` }],
  })
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
