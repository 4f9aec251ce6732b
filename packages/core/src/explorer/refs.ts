import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { runSelect } from '../access/run-scoped.ts'
import {
  anyVersion,
  bytes,
  facts,
  select,
  sql,
  utcDays,
  uuid,
  uuids,
  type SelectColumn,
  type Sql,
} from '../access/sql/nodes.ts'
import { subjects } from '../metrics/subjects.ts'
import type { Reading } from './ports.ts'

/**
 * Where a row is: its id with the storage day and bucket that lead the engine straight to it. Lists are made in two
 * steps, refs first and wide columns for one page of them after: sorting a million rows with their texts takes
 * seconds, sorting a million refs tens of milliseconds.
 */
export interface RowRef {
  readonly id: string
  /** Epoch milliseconds of the row's own time; its UTC day is the storage day. */
  readonly at: number
  readonly bucket: number
}

export function refColumns(subject: EvidenceSubject): SelectColumn[] {
  const { id, time } = subjects[subject]
  return [
    { as: 'id', sql: sql`toString(${id})` },
    { as: 'at', sql: sql`toFloat64(toUnixTimestamp64Milli(${time}))` },
    { as: 'bucket', sql: sql`bucket` },
  ]
}

/** Storage days and buckets of rows, to reach their neighbours (a text of an opinion, lines of an order). */
export function nearby(refs: readonly Pick<RowRef, 'at' | 'bucket'>[]): Sql[] {
  return [
    sql`day IN ${utcDays(refs.map((ref) => ref.at))}`,
    sql`bucket IN ${bytes([...new Set(refs.map((ref) => ref.bucket))])}`,
  ]
}

/** What to read of a subject's rows; one of the columns must be its id, as text. */
interface Wanted<R> {
  readonly subject: EvidenceSubject
  readonly columns: readonly SelectColumn[]
  readonly id: keyof R & string
}

/** Rows of refs with the wanted columns, in the order of the refs. */
export async function loadRows<R extends object>(
  { facts: store, scope, context }: Reading,
  { subject, columns, id }: Wanted<R>,
  refs: readonly RowRef[],
): Promise<R[]> {
  if (refs.length === 0) return []
  const { table, id: column } = subjects[subject]
  const wanted = select({
    columns,
    from: facts(table, scope),
    where: [...nearby(refs), sql`${column} IN ${uuids(refs.map((ref) => ref.id))}`],
  })
  const rows = await runSelect<R>(store, wanted, context)
  const byId = new Map(rows.map((row) => [String(row[id]), row]))
  return refs.flatMap((ref) => byId.get(ref.id) ?? [])
}

/**
 * Where a row is whose id is all that is known. One narrow column is scanned without de-duplication, which may name
 * places of old versions too; `loadRows` then reads the newest by key.
 */
export async function findRefs(
  { facts: store, scope, context }: Reading,
  subject: EvidenceSubject,
  id: string,
): Promise<RowRef[]> {
  const { table, id: column } = subjects[subject]
  const places = select({
    columns: refColumns(subject),
    from: anyVersion(table, scope),
    where: [sql`${column} = ${uuid(id)}`],
    limit: 10,
  })
  const refs = await runSelect<RowRef>(store, places, context)
  return refs.filter((ref, at) => refs.findIndex((other) => other.at === ref.at) === at)
}
