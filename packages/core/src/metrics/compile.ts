import type { QueryRequest, QueryResult } from '@kesheng/contracts/metrics/query'
import { renderStatement, type ScopedStatement } from '../access/sql/render.ts'
import {
  name,
  number,
  select,
  sql,
  type OrderItem,
  type Select,
  type SelectColumn,
  type Sql,
} from '../access/sql/nodes.ts'
import type { Scope } from '../access/scope.ts'
import { invalidInput } from '../errors/errors.ts'
import { groupAliases, partSelect, type Frame, type NamedMeasure, type Part } from './compile/parts.ts'
import { planParts, type PlannedMetric } from './compile/plan.ts'
import { resolveQuery, type ResolvedQuery } from './compile/resolve.ts'
import type { Metric } from './metric.ts'
import { nearest } from './nearest.ts'
import { previousPeriod, resolveTimeRange, type Period, type TimeContext } from './time-range.ts'

export type QueryColumn = QueryResult['columns'][number]

export interface CompiledQuery {
  readonly statement: ScopedStatement
  readonly columns: QueryColumn[]
  readonly query: ResolvedQuery
  readonly period: Period
}

/** A request as one ClickHouse statement: one read per subject and period, put side by side, then the formulas. */
export function compileQuery(request: QueryRequest, scope: Scope, context: TimeContext): CompiledQuery {
  const query = resolveQuery(request)
  const grain = request.grain ?? null
  const period = resolveTimeRange(request.timeRange, context)
  const narrowing = { filters: query.filters, period, ownership: request.ownership }
  const compared = request.compare ? comparedPeriod(request, period, context) : null
  const { parts, measures, planned } = planParts(query.metrics, narrowing, compared)
  const frame: Frame = {
    dimensions: query.dimensions,
    grain,
    scope,
    aliases: measures.map(({ alias }) => alias),
  }
  const columns = resultColumns(query, frame, planned)
  const result = select({
    columns: [...keyColumns(query, frame), ...planned.map(metricColumn)],
    from: combined(parts, measures, frame),
    orderBy: resultOrder(request, columns).map(({ id, direction }): OrderItem => ({
      sql: name(id),
      direction,
    })),
    limit: request.limit,
  })
  return { statement: renderStatement(result, context), columns, query, period }
}

function comparedPeriod(request: QueryRequest, period: Period, { timezone }: TimeContext): Period {
  if (request.grain === undefined) return previousPeriod(period, timezone)
  throw invalidInput({
    message: { zh: '按时间拆分时不能同时环比', en: 'Compare works without a grain' },
    remedy: { zh: '去掉 grain 或 compare', en: 'Drop grain or compare' },
    issues: [{ path: 'compare', message: 'not together with grain' }],
  })
}

/** Parts side by side. Each part fills its own columns, so the greatest is the only value there is. */
function combined(parts: readonly Part[], measures: readonly NamedMeasure[], frame: Frame): Select {
  const selects = parts.map((part) => partSelect(part, frame))
  const [only, another] = selects
  if (only && !another) return only
  const aliases = groupAliases(frame)
  return select({
    columns: [
      ...aliases.map((alias) => ({ as: alias, sql: name(alias) })),
      ...measures.map(({ alias }) => ({ as: alias, sql: sql`max(${name(alias)})` })),
    ],
    from: { kind: 'union', selects },
    groupBy: aliases.map(name),
  })
}

function keyColumns(query: ResolvedQuery, frame: Frame): SelectColumn[] {
  const ids = [...(frame.grain ? ['time'] : []), ...query.dimensions.map(({ id }) => id)]
  return groupAliases(frame).map((alias, at) => ({ as: ids[at] ?? alias, sql: name(alias) }))
}

function metricColumn({ id, metric, aliases }: PlannedMetric): SelectColumn {
  const [first = '', second = ''] = aliases
  const { expression } = metric
  if (expression.kind === 'value') {
    return { as: id, sql: metric.noData === 'zero' ? orZero(first) : name(first) }
  }
  const quotient = sql`${orZero(first)} / nullIf(${name(second)}, 0)`
  const scaled = expression.scale === 1 ? quotient : sql`${number(expression.scale)} * ${quotient}`
  return { as: id, sql: expression.complement ? sql`1 - ${scaled}` : scaled }
}

const orZero = (alias: string): Sql => sql`ifNull(${name(alias)}, 0)`

function resultColumns(query: ResolvedQuery, frame: Frame, planned: readonly PlannedMetric[]): QueryColumn[] {
  return [
    ...(frame.grain ? [{ id: 'time', type: 'time' as const, unit: '' }] : []),
    ...query.dimensions.map(({ id }) => ({ id, type: 'text' as const, unit: '' })),
    ...planned.map(({ id, metric }: { id: string; metric: Metric }) => ({
      id,
      type: 'number' as const,
      unit: metric.unit,
    })),
  ]
}

/** What the reader asked for, then the time, the first metric and the keys, so equal requests list equally. */
export function resultOrder(
  request: Pick<QueryRequest, 'orderBy'>,
  columns: readonly QueryColumn[],
): { id: string; direction: 'asc' | 'desc' }[] {
  const asked = requestedOrder(request, columns)
  const keys = columns.filter((column) => column.type !== 'number')
  const firstMetric = columns.find((column) => column.type === 'number')
  const usual = [
    ...keys.filter(({ type }) => type === 'time').map(({ id }) => ({ id, direction: 'asc' as const })),
    ...(firstMetric && keys.length > 0 ? [{ id: firstMetric.id, direction: 'desc' as const }] : []),
    ...keys.map(({ id }) => ({ id, direction: 'asc' as const })),
  ]
  const seen = new Set<string>()
  return [...asked, ...usual].filter(({ id }) => !seen.has(id) && seen.add(id))
}

function requestedOrder(
  request: Pick<QueryRequest, 'orderBy'>,
  columns: readonly QueryColumn[],
): { id: string; direction: 'asc' | 'desc' }[] {
  return request.orderBy.map((item, at) => {
    const order =
      typeof item === 'string'
        ? {
            id: item.replace(/^-/, ''),
            direction: item.startsWith('-') ? ('desc' as const) : ('asc' as const),
          }
        : item
    if (columns.some(({ id }) => id === order.id)) return order
    const known = columns.map(({ id }) => ({ id, label: { zh: id, en: id } }))
    const near = nearest(order.id, known).join(', ')
    throw invalidInput({
      message: {
        zh: `不能按 ${order.id} 排序：它不在结果里`,
        en: `Cannot order by ${order.id}: it is not in the result`,
      },
      remedy: { zh: `可以按：${near}`, en: `Order by one of: ${near}` },
      issues: [{ path: `orderBy.${at}`, message: `${order.id} is not a column; nearest: ${near}` }],
    })
  })
}
