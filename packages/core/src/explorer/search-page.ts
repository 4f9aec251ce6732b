import type { Ownership } from '@kesheng/contracts/facts/common'
import type { EvidenceSubject, Filter, TimeRange } from '@kesheng/contracts/metrics/query'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, type OrderItem, type Sql } from '../access/sql/nodes.ts'
import { narrowingConditions } from '../metrics/compile/filters.ts'
import { filtersFor } from '../metrics/compile/resolve.ts'
import { subjects } from '../metrics/subjects.ts'
import { resolveTimeRange, type Period } from '../metrics/time-range.ts'
import type { Reading } from './ports.ts'
import { refColumns, type RowRef } from './refs.ts'

/** What every search takes. */
export interface SearchRequest {
  readonly text: string
  readonly filters: readonly Filter[]
  readonly timeRange: TimeRange
  readonly ownership: readonly Ownership[]
  readonly limit: number
  readonly offset: number
}

export interface RefPage {
  /** Exact, whatever the page. */
  readonly total: number
  readonly refs: RowRef[]
}

export function searchedPeriod(request: SearchRequest, { context }: Reading): Period {
  return resolveTimeRange(request.timeRange, context)
}

/** One page of a subject's rows and how many there are in all. */
export async function searchRefs(
  reading: Reading,
  subject: EvidenceSubject,
  request: SearchRequest,
  narrowed: { where: readonly Sql[]; orderBy: readonly OrderItem[] },
): Promise<RefPage> {
  const { facts: store, scope, context } = reading
  const narrowing = {
    filters: filtersFor(subject, request.filters),
    period: searchedPeriod(request, reading),
    ownership: request.ownership,
  }
  const from = facts(subjects[subject].table, scope)
  const where = [...narrowingConditions(subject, narrowing, scope), ...narrowed.where]
  const page = select({
    columns: [...refColumns(subject), { as: 'total', sql: sql`toFloat64(count() OVER ())` }],
    from,
    where,
    orderBy: narrowed.orderBy,
    limit: request.limit,
    offset: request.offset,
  })
  const refs = await runSelect<RowRef & { total: number }>(store, page, context)
  const [first] = refs
  if (first) return { total: first.total, refs }
  if (request.offset === 0) return { total: 0, refs: [] }
  const count = select({ columns: [{ as: 'total', sql: sql`toFloat64(count())` }], from, where })
  const [counted] = await runSelect<{ total: number }>(store, count, context)
  return { total: counted?.total ?? 0, refs: [] }
}

/** An order with the id as the last word, so pages never overlap. */
export function ordered(subject: EvidenceSubject, first: Sql, direction: 'asc' | 'desc'): OrderItem[] {
  const { time, id } = subjects[subject]
  return [
    { sql: first, direction },
    { sql: time, direction: 'desc' },
    { sql: id, direction: 'asc' },
  ]
}
