import type { Filter } from '@kesheng/contracts/metrics/query'

/** Which number's evidence is open; its filters come on top of the page's. */
export interface EvidenceTarget {
  metric: string
  filters: Filter[]
  /** A period other than the page's, e.g. one day of a trend. */
  period?: string
}

/**
 * Search parameters as a person can read and edit them:
 * `?period=30d&in.platform=jd&in.platform=tmall&not.scene=售后/退款&evidence=inquiries&evidence.in.level3=异味`.
 */
export type SearchValues = Record<string, unknown> & { filters?: Filter[]; evidence?: EvidenceTarget }

const inPrefix = 'in.'
const notPrefix = 'not.'
const evidencePrefix = 'evidence.'

function addFilter(filters: Filter[], dimension: string, operator: Filter['operator'], value: string): void {
  const known = filters.find((filter) => filter.dimension === dimension && filter.operator === operator)
  if (known) known.values.push(value)
  else filters.push({ dimension, operator, values: [value] })
}

function readFilter(filters: Filter[], key: string, value: string): boolean {
  if (key.startsWith(inPrefix)) addFilter(filters, key.slice(inPrefix.length), 'in', value)
  else if (key.startsWith(notPrefix)) addFilter(filters, key.slice(notPrefix.length), 'notIn', value)
  else return false
  return true
}

export function parseSearch(text: string): SearchValues {
  const values: SearchValues = {}
  const filters: Filter[] = []
  const evidence: EvidenceTarget = { metric: '', filters: [] }
  for (const [key, value] of new URLSearchParams(text)) {
    if (readFilter(filters, key, value)) continue
    if (key === 'evidence') evidence.metric = value
    else if (key === `${evidencePrefix}period`) evidence.period = value
    else if (!key.startsWith(evidencePrefix)) values[key] = value
    else readFilter(evidence.filters, key.slice(evidencePrefix.length), value)
  }
  if (filters.length > 0) values.filters = filters
  if (evidence.metric !== '') values.evidence = evidence
  return values
}

function writeFilters(query: URLSearchParams, filters: readonly Filter[], prefix: string): void {
  for (const { dimension, operator, values } of filters) {
    const key = `${prefix}${operator === 'notIn' ? notPrefix : inPrefix}${dimension}`
    for (const value of values) query.append(key, value)
  }
}

/** Chinese, `/`, `:` and `,` stay readable; the rest keeps its encoding. */
function readable(query: string): string {
  return query.replace(/(?:%[0-9A-F]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded).replace(/[\s%&=+#?"'<>`]/g, encodeURIComponent)
    } catch {
      return encoded
    }
  })
}

export function stringifySearch(values: Record<string, unknown>): string {
  const { filters, evidence, ...rest } = values as SearchValues
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      query.set(key, String(value))
    }
  }
  writeFilters(query, filters ?? [], '')
  if (evidence) {
    query.set('evidence', evidence.metric)
    if (evidence.period) query.set(`${evidencePrefix}period`, evidence.period)
    writeFilters(query, evidence.filters, evidencePrefix)
  }
  const text = query.toString()
  return text === '' ? '' : `?${readable(text)}`
}
