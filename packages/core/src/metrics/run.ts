import type { QueryRequest, QueryResult } from '@kesheng/contracts/metrics/query'
import { runScoped } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import type { FactStore } from '../facts/ports.ts'
import { bucketKey } from './buckets.ts'
import { compileQuery, resultOrder, type CompiledQuery } from './compile.ts'
import { fillGaps, type Cell } from './fill.ts'
import { sortRows } from './sort-rows.ts'
import type { TimeContext } from './time-range.ts'

export interface QueryContext extends TimeContext {
  /** Milliseconds of a steady clock, for `elapsedMs`. */
  readonly clock: () => number
  readonly signal?: AbortSignal
}

/** Answers a metric request in the reader's scope. */
export async function runQuery(
  { facts }: { facts: Pick<FactStore, 'query'> },
  request: QueryRequest,
  scope: Scope,
  context: QueryContext,
): Promise<QueryResult> {
  const started = context.clock()
  const compiled = compileQuery(request, scope, context)
  const options = context.signal ? { signal: context.signal } : {}
  const found = await runScoped<Record<string, Cell>>(facts, compiled.statement, options)
  const rows = found.map((row) => toCells(row, compiled, request, context))
  return {
    columns: compiled.columns,
    rows: request.grain ? onTimeAxis(rows, compiled, request, context) : rows,
    sql: compiled.statement.sql,
    elapsedMs: context.clock() - started,
  }
}

function toCells(
  row: Readonly<Record<string, Cell>>,
  { columns }: CompiledQuery,
  { grain }: QueryRequest,
  { timezone }: TimeContext,
): Cell[] {
  return columns.map(({ id, type }) => {
    const cell = row[id] ?? null
    return type === 'time' && grain === 'hour' ? bucketKey(Number(cell) * 1000, grain, timezone) : cell
  })
}

function onTimeAxis(
  rows: Cell[][],
  compiled: CompiledQuery,
  request: QueryRequest,
  context: TimeContext,
): Cell[][] {
  const { columns, query, period } = compiled
  const { grain, limit } = request
  if (!grain) return rows
  const { metrics, dimensions } = query
  const { timezone, now } = context
  const filled = fillGaps({
    rows,
    dimensionCount: dimensions.length,
    metrics,
    grain,
    period,
    timezone,
    now,
    limit,
  })
  const keys = resultOrder(request, columns).map(({ id, direction }) => ({
    column: columns.findIndex((column) => column.id === id),
    direction,
  }))
  return sortRows(filled, keys)
}
