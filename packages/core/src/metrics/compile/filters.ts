import { opinionFact } from '@kesheng/contracts/facts/opinion'
import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import type { Ownership } from '@kesheng/contracts/facts/common'
import type { Scope } from '../../access/scope.ts'
import { facts, instant, select, sql, subquery, texts, utcDay, type Sql } from '../../access/sql/nodes.ts'
import type { DimensionSource } from '../dimension.ts'
import { subjects } from '../subjects.ts'
import type { Period } from '../time-range.ts'
import type { ResolvedFilter } from './resolve.ts'

/** What narrows the rows of one subject, beside the scope. */
export interface Narrowing {
  readonly filters: readonly ResolvedFilter[]
  readonly period: Period
  readonly ownership: readonly Ownership[]
}

export function narrowingConditions(subject: EvidenceSubject, narrowing: Narrowing, scope: Scope): Sql[] {
  return [
    ...timeConditions(subjects[subject].time, narrowing.period),
    sql`ownership IN ${texts(narrowing.ownership)}`,
    ...filterConditions(subject, narrowing, scope),
  ]
}

const dayLength = 86_400_000

/**
 * The exact instants, and beside them the `day` column that partitions and sorts the table. `day` is the UTC day of
 * the same instant; a day of slack on both ends costs little and keeps figures right should a row be filed a day off.
 */
export function timeConditions(time: Sql, { from, to }: Period): Sql[] {
  return [
    ...(from === null ? [] : [sql`day >= ${utcDay(from - dayLength)}`, sql`${time} >= ${instant(from)}`]),
    ...(to === null ? [] : [sql`day <= ${utcDay(to + dayLength)}`, sql`${time} < ${instant(to)}`]),
  ]
}

function filterConditions(subject: EvidenceSubject, narrowing: Narrowing, scope: Scope): Sql[] {
  const own: Sql[] = []
  const through: ResolvedFilter[] = []
  for (const filter of narrowing.filters) {
    const source = filter.dimension.on[subject]
    if (source) own.push(filterCondition(source, filter))
    else through.push(filter)
  }
  return [...own, ...throughOpinions(subject, through, narrowing, scope)]
}

export function filterCondition(source: DimensionSource, { operator, values }: ResolvedFilter): Sql {
  const wanted = texts(values)
  const matches = source.array
    ? sql`hasAny(${source.value}, ${wanted})${values.includes('') ? sql` OR empty(${source.value})` : sql``}`
    : sql`toString(${source.value}) IN ${wanted}${source.shortForm ? sql` OR ${source.shortForm} IN ${wanted}` : sql``}`
  return operator === 'in' ? sql`(${matches})` : sql`NOT (${matches})`
}

/** The column of each subject that an opinion's subject or text id names. */
const opinionLink: Partial<Record<EvidenceSubject, { inner: Sql; outer: Sql }>> = {
  conversation: { inner: sql`subject_id`, outer: sql`conversation_id` },
  message: { inner: sql`text_id`, outer: sql`message_id` },
  review: { inner: sql`subject_id`, outer: sql`review_id` },
  surveyAnswer: { inner: sql`text_id`, outer: sql`answer_id` },
}

/** Rows chosen by what was said in them. Several wanted properties must meet in one mention. */
function throughOpinions(
  subject: EvidenceSubject,
  filters: readonly ResolvedFilter[],
  { period }: Narrowing,
  scope: Scope,
): Sql[] {
  const link = opinionLink[subject]
  if (filters.length === 0 || link === undefined) return []
  const mentions = (conditions: Sql[]) =>
    subquery(
      select({
        columns: [{ as: 'mentioned', sql: link.inner }],
        from: facts(opinionFact, scope),
        where: [
          ...(period.from === null ? [] : [sql`day >= ${utcDay(period.from - dayLength)}`]),
          ...conditions,
        ],
      }),
    )
  const wanted = filters.filter((filter) => filter.operator === 'in').flatMap(conditionOf)
  const unwanted = filters.filter((filter) => filter.operator === 'notIn').flatMap(conditionOf)
  return [
    ...(wanted.length > 0 ? [sql`${link.outer} IN ${mentions(wanted)}`] : []),
    ...unwanted.map((condition) => sql`${link.outer} NOT IN ${mentions([condition])}`),
  ]
}

/** The condition on a mention itself, whether such mentions are wanted or not. */
function conditionOf(filter: ResolvedFilter): Sql[] {
  const source = filter.dimension.on.opinion
  return source ? [filterCondition(source, { ...filter, operator: 'in' })] : []
}
