import { opinionFact } from '@kesheng/contracts/facts/opinion'
import type { ReviewItem } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, uuids } from '../access/sql/nodes.ts'
import type { Reading } from './ports.ts'
import { loadRows, nearby, type RowRef } from './refs.ts'
import { opinionMarkColumns, type OpinionMark } from './rows/opinion-quote.ts'
import { reviewColumns, toReviewItem, type ReviewFields } from './rows/review-item.ts'

/** Reviews with the opinions marked in them. */
export async function loadReviews(reading: Reading, refs: readonly RowRef[]): Promise<ReviewItem[]> {
  const wanted = { subject: 'review', columns: reviewColumns, id: 'reviewId' } as const
  const [rows, marks] = await Promise.all([
    loadRows<ReviewFields>(reading, wanted, refs),
    loadMarks(reading, refs),
  ])
  return rows.map((row) =>
    toReviewItem(
      row,
      marks.filter((mark) => mark.textId === row.reviewId),
      reading.context.timezone,
    ),
  )
}

async function loadMarks(
  { facts: store, scope, context }: Reading,
  refs: readonly RowRef[],
): Promise<OpinionMark[]> {
  if (refs.length === 0) return []
  return runSelect<OpinionMark>(
    store,
    select({
      columns: opinionMarkColumns,
      from: facts(opinionFact, scope),
      where: [
        ...nearby(refs),
        sql`subject_kind = 'review'`,
        sql`subject_id IN ${uuids(refs.map((ref) => ref.id))}`,
      ],
      orderBy: [{ sql: sql`start`, direction: 'asc' }],
    }),
    context,
  )
}
