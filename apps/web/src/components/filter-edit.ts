import type { Filter } from '@kesheng/contracts/metrics/query'

/** Filters with one dimension's values replaced; without values the filter goes away. */
export function withValues(
  filters: readonly Filter[],
  dimension: string,
  values: string[],
  operator: Filter['operator'] = 'in',
): Filter[] {
  const others = filters.filter((filter) => filter.dimension !== dimension)
  if (values.length === 0) return others
  const at = filters.findIndex((filter) => filter.dimension === dimension)
  const changed: Filter = { dimension, operator, values }
  return at < 0 ? [...others, changed] : others.toSpliced(at, 0, changed)
}

export function valuesOf(filters: readonly Filter[], dimension: string): string[] {
  return filters.find((filter) => filter.dimension === dimension)?.values ?? []
}
