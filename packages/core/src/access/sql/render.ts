import type { Statement } from '../../facts/ports.ts'
import { scopeConditions } from '../scope-condition.ts'
import { name, sql, type FactSource, type Param, type Select, type Sql } from './nodes.ts'

declare const scoped: unique symbol
/** A statement whose every table read carries a scope. Only `renderStatement` makes one. */
export type ScopedStatement = Statement & { readonly [scoped]: true }

interface Rendering {
  readonly params: Map<string, { name: string; value: Param['value'] }>
  readonly timezone: string
}

/**
 * Partitions are months of `day` and `day` is in every sorting key, so versions of a row never sit in two partitions
 * and FINAL may work on each apart (in parallel, and not at all where a month is one part).
 */
const settings = 'do_not_merge_across_partitions_select_final = 1'

export function renderStatement(select: Select, context: { timezone: string }): ScopedStatement {
  const rendering: Rendering = { params: new Map(), timezone: context.timezone }
  const text = `${renderSelect(select, rendering, '')}\nSETTINGS ${settings}`
  const params = Object.fromEntries([...rendering.params.values()].map(({ name, value }) => [name, value]))
  return { sql: text, params } as unknown as ScopedStatement
}

function renderSelect(select: Select, rendering: Rendering, indent: string): string {
  const inner = `${indent}  `
  const list = (nodes: readonly Sql[]) => nodes.map((node) => renderSql(node, rendering, inner)).join(', ')
  const columns = select.columns.map(
    (column) =>
      `${inner}${renderSql(column.sql, rendering, inner)} AS ${renderSql(name(column.as), rendering, inner)}`,
  )
  const lines = [`${indent}SELECT`, columns.join(',\n'), renderFrom(select, rendering, indent)]
  const where = [
    ...(select.from.kind === 'facts' ? sourceConditions(select.from) : []),
    ...(select.where ?? []),
  ]
  if (where.length > 0) {
    const conditions = where.map((condition) => renderSql(condition, rendering, inner))
    lines.push(`${indent}WHERE ${conditions.join(`\n${inner}AND `)}`)
  }
  if (select.groupBy?.length) lines.push(`${indent}GROUP BY ${list(select.groupBy)}`)
  if (select.having?.length) {
    const conditions = select.having.map((condition) => renderSql(condition, rendering, inner))
    lines.push(`${indent}HAVING ${conditions.join(' AND ')}`)
  }
  if (select.orderBy?.length) lines.push(`${indent}ORDER BY ${renderOrder(select.orderBy, rendering, inner)}`)
  if (select.limitBy)
    lines.push(`${indent}LIMIT ${count(select.limitBy.count)} BY ${list(select.limitBy.by)}`)
  if (select.limit !== undefined) {
    const offset = select.offset ? ` OFFSET ${count(select.offset)}` : ''
    lines.push(`${indent}LIMIT ${count(select.limit)}${offset}`)
  }
  return lines.join('\n')
}

function sourceConditions(source: FactSource): Sql[] {
  return [...scopeConditions(source.table, source.scope), sql`NOT deleted`]
}

function renderFrom(select: Select, rendering: Rendering, indent: string): string {
  const { from } = select
  if (from.kind === 'facts') return `${indent}FROM ${from.table.table}${from.newest ? ' FINAL' : ''}`
  const selects = from.kind === 'union' ? from.selects : [from]
  const inner = selects.map((part) => renderSelect(part, rendering, `${indent}  `))
  return `${indent}FROM (\n${inner.join(`\n${indent}  UNION ALL\n`)}\n${indent})`
}

function renderOrder(items: NonNullable<Select['orderBy']>, rendering: Rendering, indent: string): string {
  return items
    .map(({ sql, direction }) => {
      const written = renderSql(sql, rendering, indent)
      return direction === 'asc' ? written : `${written} DESC NULLS LAST`
    })
    .join(', ')
}

function renderSql(node: Sql, rendering: Rendering, indent: string): string {
  switch (node.kind) {
    case 'fragment':
      return node.texts
        .map((text, at) => {
          const next = node.nodes[at]
          return next === undefined ? text : text + renderSql(next, rendering, indent)
        })
        .join('')
    case 'param':
      return placeholder(node, rendering)
    case 'timezone':
      return placeholder({ kind: 'param', type: 'String', value: rendering.timezone }, rendering)
    case 'subquery':
      return `(\n${renderSelect(node.select, rendering, `${indent}  `)}\n${indent})`
  }
}

/** Equal values share one parameter, so statements stay short and their text does not depend on repetition. */
function placeholder(param: Param, rendering: Rendering): string {
  const key = JSON.stringify([param.type, param.value])
  const known = rendering.params.get(key) ?? { name: `p${rendering.params.size + 1}`, value: param.value }
  rendering.params.set(key, known)
  return `{${known.name}:${param.type}}`
}

function count(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a row count: ${value}`)
  return String(value)
}
