import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import type { OpinionQuote } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, uuids } from '../access/sql/nodes.ts'
import { subjects } from '../metrics/subjects.ts'
import type { Reading } from './ports.ts'
import { loadRows, nearby, type RowRef } from './refs.ts'
import { opinionQuoteColumns, toOpinionQuote, type OpinionQuoteFields } from './rows/opinion-quote.ts'

/** Opinions with the whole text each was found in. */
export async function loadOpinions(reading: Reading, refs: readonly RowRef[]): Promise<OpinionQuote[]> {
  const wanted = { subject: 'opinion', columns: opinionQuoteColumns, id: 'opinionId' } as const
  const rows = await loadRows<OpinionQuoteFields>(reading, wanted, refs)
  const texts = await textsOf(reading, rows, refs)
  return rows.map((row) => toOpinionQuote(row, texts.get(row.textId) ?? row.quote, reading.context.timezone))
}

/** Whose rows hold the text of an opinion, by the kind of its subject. */
const textHomes: Readonly<Record<string, EvidenceSubject>> = {
  conversation: 'message',
  review: 'review',
  survey: 'surveyAnswer',
}

async function textsOf(
  reading: Reading,
  rows: readonly OpinionQuoteFields[],
  refs: readonly RowRef[],
): Promise<Map<string, string>> {
  const places = new Map(refs.map((ref) => [ref.id, ref]))
  const found = await Promise.all(
    Object.entries(textHomes).map(([kind, home]) => {
      const here = rows.filter((row) => row.subjectKind === kind)
      return readTexts(
        reading,
        home,
        here.map((row) => row.textId),
        here.flatMap((row) => places.get(row.opinionId) ?? []),
      )
    }),
  )
  return new Map(found.flat().map(({ id, words }) => [id, words]))
}

/** An opinion is stored on the day and in the bucket of its text. */
async function readTexts(
  { facts: store, scope, context }: Reading,
  home: EvidenceSubject,
  ids: readonly string[],
  places: readonly RowRef[],
): Promise<{ id: string; words: string }[]> {
  if (ids.length === 0) return []
  const { table, id } = subjects[home]
  return runSelect(
    store,
    select({
      columns: [
        { as: 'id', sql: sql`toString(${id})` },
        { as: 'words', sql: sql`text` },
      ],
      from: facts(table, scope),
      where: [...nearby(places), sql`${id} IN ${uuids(ids)}`],
    }),
    context,
  )
}
