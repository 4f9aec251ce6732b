import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { Columns, FactTable } from '@kesheng/contracts/facts/columns'
import type { OpinionQuote } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, uuids, type Sql } from '../access/sql/nodes.ts'
import type { Reading } from './ports.ts'
import { loadRows, nearby, type RowRef } from './refs.ts'
import { opinionQuoteColumns, toOpinionQuote, type OpinionQuoteFields } from './rows/opinion-quote.ts'

/** Opinions with the whole text each was found in. */
export async function loadOpinions(reading: Reading, refs: readonly RowRef[]): Promise<OpinionQuote[]> {
  const source = {
    table: opinionFact,
    columns: opinionQuoteColumns,
    id: sql`opinion_id`,
    idField: 'opinionId' as const,
  }
  const rows = await loadRows<OpinionQuoteFields, typeof opinionFact.columns>(reading, source, refs)
  const texts = await textsOf(reading, rows, refs)
  return rows.map((row) => toOpinionQuote(row, texts.get(row.textId) ?? row.quote, reading.context.timezone))
}

interface TextHome {
  readonly table: FactTable
  readonly id: Sql
}

const home = <C extends Columns>(table: FactTable<C>, id: Sql): TextHome => ({
  table: table as unknown as FactTable,
  id,
})

/** Which table holds the text of an opinion, by the kind of its subject. */
const homes: Readonly<Record<string, TextHome>> = {
  conversation: home(messageFact, sql`message_id`),
  review: home(reviewFact, sql`review_id`),
  survey: home(surveyAnswerFact, sql`answer_id`),
}

async function textsOf(
  reading: Reading,
  rows: readonly OpinionQuoteFields[],
  refs: readonly RowRef[],
): Promise<Map<string, string>> {
  const places = new Map(refs.map((ref) => [ref.id, ref]))
  const found = await Promise.all(
    Object.entries(homes).map(([kind, home]) => {
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
  { table, id }: TextHome,
  ids: readonly string[],
  places: readonly RowRef[],
): Promise<{ id: string; words: string }[]> {
  if (ids.length === 0) return []
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
