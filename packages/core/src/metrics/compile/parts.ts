import type { Grain } from '@kesheng/contracts/metrics/query'
import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import type { Scope } from '../../access/scope.ts'
import {
  facts,
  name,
  select,
  sql,
  texts,
  timezone,
  type Select,
  type SelectColumn,
  type Sql,
} from '../../access/sql/nodes.ts'
import type { Dimension } from '../dimension.ts'
import type { Measure } from '../metric.ts'
import { subjects } from '../subjects.ts'
import { aggregateSql } from './aggregates.ts'
import { narrowingConditions, type Narrowing } from './filters.ts'

/** A measure with the column name it has in every part of the union. */
export interface NamedMeasure {
  readonly alias: string
  readonly measure: Measure
}

/** One read of one table: the measures it yields, over one span of time. */
export interface Part {
  readonly subject: EvidenceSubject
  readonly measures: readonly NamedMeasure[]
  readonly narrowing: Narrowing
}

/** What all parts of a statement share. */
export interface Frame {
  readonly dimensions: readonly Dimension[]
  readonly grain: Grain | null
  readonly scope: Scope
  /** Every measure column, in order: a union needs equal columns. */
  readonly aliases: readonly string[]
}

export const timeAlias = 'd0'
export const dimensionAlias = (at: number): string => `d${at + 1}`

export function groupAliases(frame: Pick<Frame, 'dimensions' | 'grain'>): string[] {
  return [...(frame.grain ? [timeAlias] : []), ...frame.dimensions.map((_, at) => dimensionAlias(at))]
}

export function partSelect(part: Part, frame: Frame): Select {
  const only = part.measures[0]?.measure
  return only?.aggregate.kind === 'groups' ? groupsSelect(part, only, frame) : rowsSelect(part, frame)
}

function rowsSelect(part: Part, frame: Frame): Select {
  return select({
    columns: [...groupColumns(part, frame), ...measureColumns(part, frame)],
    from: facts(subjects[part.subject].table, frame.scope),
    where: narrowingConditions(part.subject, part.narrowing, frame.scope),
    groupBy: groupAliases(frame).map(name),
  })
}

/** Groups of rows are found first, then counted. */
function groupsSelect(part: Part, measure: Measure, frame: Frame): Select {
  const { aggregate, where } = measure
  if (aggregate.kind !== 'groups') throw new Error('not a measure over groups')
  const aliases = groupAliases(frame)
  const inner = select({
    columns: [...groupColumns(part, frame), { as: 'member', sql: aggregate.key }],
    from: facts(subjects[part.subject].table, frame.scope),
    where: [
      ...narrowingConditions(part.subject, part.narrowing, frame.scope),
      ...(where ? [sql`(${where})`] : []),
    ],
    groupBy: [...aliases, 'member'].map(name),
    having: [aggregate.having],
  })
  return select({
    columns: [...aliases.map((alias) => ({ as: alias, sql: name(alias) })), ...measureColumns(part, frame)],
    from: inner,
    groupBy: aliases.map(name),
  })
}

function measureColumns(part: Part, frame: Frame): SelectColumn[] {
  return frame.aliases.map((alias) => {
    const own = part.measures.find((measure) => measure.alias === alias)
    return { as: alias, sql: own ? aggregateSql(own.measure) : sql`CAST(NULL, 'Nullable(Float64)')` }
  })
}

function groupColumns(part: Part, frame: Frame): SelectColumn[] {
  const time = frame.grain
    ? [{ as: timeAlias, sql: bucketStart(subjects[part.subject].time, frame.grain) }]
    : []
  return [
    ...time,
    ...frame.dimensions.map((dimension, at) => ({
      as: dimensionAlias(at),
      sql: groupValue(dimension, part),
    })),
  ]
}

/** Local date of the period's start; hours as epoch seconds, since a clock change names two of them alike. */
function bucketStart(time: Sql, grain: Grain): Sql {
  switch (grain) {
    case 'hour':
      return sql`toString(toUnixTimestamp(toStartOfHour(${time}, ${timezone})))`
    case 'day':
      return sql`toString(toDate(${time}, ${timezone}))`
    case 'week':
      return sql`toString(toStartOfWeek(${time}, 1, ${timezone}))`
    case 'month':
      return sql`toString(toStartOfMonth(${time}, ${timezone}))`
  }
}

/** A row with several values counts under each, or under '' when it has none; a filter on them narrows them too. */
function groupValue(dimension: Dimension, { subject, narrowing }: Part): Sql {
  const source = dimension.on[subject]
  if (!source) throw new Error(`${subject} has no ${dimension.id}`)
  if (!source.array) return sql`toString(${source.value})`
  const all = sql`if(empty(${source.value}), [''], arrayMap(item -> toString(item), ${source.value}))`
  const kept = narrowing.filters
    .filter((filter) => filter.dimension === dimension)
    .reduce<Sql>((values, { operator, values: chosen }) => {
      const inside = sql`has(${texts(chosen)}, item)`
      return sql`arrayFilter(item -> ${operator === 'in' ? inside : sql`NOT ${inside}`}, ${values})`
    }, all)
  return sql`arrayJoin(${kept})`
}
