import { ownerships } from '@kesheng/contracts/facts/common'
import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import { facts, name, select, sql, text, texts, type Select, type Sql } from '../access/sql/nodes.ts'
import type { FactStore } from '../facts/ports.ts'
import { dimensionById } from '../metrics/compile/resolve.ts'
import type { Dimension, DimensionSource } from '../metrics/dimension.ts'
import { subjects } from '../metrics/subjects.ts'
import type { ReadingContext } from './ports.ts'

export interface DimensionValue {
  readonly value: string
  readonly label: string
  /** Rows that carry it. */
  readonly count: number
}

/**
 * Whose rows are counted: what people mean by "how often". Messages and opinions would count a conversation's shop
 * once more for each sentence.
 */
const counted: readonly EvidenceSubject[] = ['conversation', 'review', 'surveyAnswer', 'order']

/** Values of a dimension in the reader's scope, most frequent first; `search` matches any part of value or label. */
export async function dimensionValues(
  { facts: store }: { facts: Pick<FactStore, 'query'> },
  request: { dimension: string; search?: string | undefined; limit: number },
  scope: Scope,
  context: ReadingContext,
): Promise<DimensionValue[]> {
  const dimension = dimensionById(request.dimension)
  const selects = subjectsToCount(dimension).flatMap((subject) => {
    const source = dimension.on[subject]
    return source ? [valuesOf(subject, source, scope)] : []
  })
  const search = request.search?.trim() ?? ''
  const rows = await runSelect<{ value: string; named: string; amount: number }>(
    store,
    select({
      columns: [
        { as: 'value', sql: name('v') },
        { as: 'named', sql: sql`max(l)` },
        { as: 'amount', sql: sql`toFloat64(sum(n))` },
      ],
      from: { kind: 'union', selects },
      where: [sql`v != ''`, ...(search === '' ? [] : [matches(search)])],
      groupBy: [name('v')],
      orderBy: [
        { sql: name('amount'), direction: 'desc' },
        { sql: name('value'), direction: 'asc' },
      ],
      limit: request.limit,
    }),
    context,
  )
  return rows.map(({ value, named, amount }) => ({
    value,
    label: named === '' ? dimension.labelOf(value) : named,
    count: amount,
  }))
}

function subjectsToCount(dimension: Dimension): EvidenceSubject[] {
  const usual = counted.filter((subject) => dimension.on[subject] !== undefined)
  return usual.length > 0 ? usual : (Object.keys(dimension.on) as EvidenceSubject[]).slice(0, 1)
}

function valuesOf(subject: EvidenceSubject, source: DimensionSource, scope: Scope): Select {
  const value = source.array ? sql`arrayJoin(${source.value})` : source.value
  return select({
    columns: [
      { as: 'v', sql: sql`toString(${value})` },
      { as: 'l', sql: source.label ? sql`toString(max(${source.label}))` : sql`''` },
      { as: 'n', sql: sql`count()` },
    ],
    from: facts(subjects[subject].table, scope),
    where: [sql`ownership IN ${texts(ownerships)}`],
    groupBy: [name('v')],
  })
}

const matches = (search: string): Sql =>
  sql`(positionCaseInsensitiveUTF8(v, ${text(search)}) > 0 OR positionCaseInsensitiveUTF8(l, ${text(search)}) > 0)`
