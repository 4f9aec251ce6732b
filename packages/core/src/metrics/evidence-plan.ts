import { facts, name, select, sql, subquery, type Select, type Sql } from '../access/sql/nodes.ts'
import type { Scope } from '../access/scope.ts'
import { refColumns } from '../explorer/refs.ts'
import { narrowingConditions, type Narrowing } from './compile/filters.ts'
import type { Evidence } from './metric.ts'
import { subjects } from './subjects.ts'

export interface EvidencePlan {
  /** One row: `total`, `numerator`. */
  readonly totals: Select
  /** A page of refs with `counts` (part of the numerator). */
  readonly page: Select
}

interface Paging {
  readonly limit: number
  readonly offset: number
}

/** How the rows behind a number are counted and listed. */
export function planEvidence(
  evidence: Evidence,
  narrowing: Narrowing,
  scope: Scope,
  paging: Paging,
): EvidencePlan {
  const { subject, unit, numerator } = evidence
  const from = facts(subjects[subject].table, scope)
  const narrowed = narrowingConditions(subject, narrowing, scope)
  const groupsWith = (condition: { where: Sql | null; having: Sql }) =>
    unit.kind === 'key'
      ? inGroups(unit.key, [...narrowed, ...wrapped(condition.where)], condition.having)
      : sql`true`
  const { where, having } = evidence
  const conditions = [...narrowed, ...wrapped(where), ...(having ? [groupsWith({ where, having })] : [])]
  const satisfied = numerator ? satisfies(numerator, groupsWith) : sql`false`

  function inGroups(key: Sql, conditions: Sql[], having: Sql): Sql {
    const groups = select({
      columns: [{ as: 'member', sql: key }],
      from,
      where: conditions,
      groupBy: [name('member')],
      having: [having],
    })
    return sql`${key} IN ${subquery(groups)}`
  }

  return {
    totals: select({ columns: totalColumns(unit, satisfied), from, where: conditions }),
    page: page(
      evidence,
      select({
        columns: [...refColumns(subject), { as: 'counts', sql: satisfied }],
        from,
        where: conditions,
      }),
      paging,
    ),
  }
}

/** The numerator's own condition on a row, before its complement is taken. */
function satisfies(
  { where, having }: NonNullable<Evidence['numerator']>,
  groupsWith: (condition: { where: Sql | null; having: Sql }) => Sql,
): Sql {
  const conditions = [...wrapped(where), ...(having ? [groupsWith({ where, having })] : [])]
  const [first = sql`true`, second] = conditions
  return sql`ifNull(${second ? sql`${first} AND ${second}` : first}, false)`
}

function totalColumns(unit: Evidence['unit'], satisfied: Sql): Select['columns'] {
  const total = unit.kind === 'row' ? sql`count()` : sql`uniqExact(${unit.key})`
  const part = unit.kind === 'row' ? sql`countIf(${satisfied})` : sql`uniqExactIf(${unit.key}, ${satisfied})`
  return [
    { as: 'total', sql: sql`toFloat64(${total})` },
    { as: 'satisfied', sql: sql`toFloat64(${part})` },
  ]
}

/** Newest first. Of several rows with one key (a buyer's conversations) the newest that satisfies stands for all. */
function page({ subject, unit }: Evidence, rows: Select, { limit, offset }: Paging): Select {
  const { time, id } = subjects[subject]
  const newest = [
    { sql: time, direction: 'desc' },
    { sql: id, direction: 'asc' },
  ] as const
  if (unit.kind === 'row') return select({ ...rows, orderBy: newest, limit, offset })
  const first = select({
    ...rows,
    orderBy: [{ sql: name('counts'), direction: 'desc' }, ...newest],
    limitBy: { count: 1, by: [unit.key] },
  })
  return select({
    columns: ['id', 'at', 'bucket', 'counts'].map((column) => ({ as: column, sql: name(column) })),
    from: first,
    orderBy: [
      { sql: name('at'), direction: 'desc' },
      { sql: name('id'), direction: 'asc' },
    ],
    limit,
    offset,
  })
}

function wrapped(condition: Sql | null): Sql[] {
  return condition ? [sql`(${condition})`] : []
}
