import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import { messageLog } from '@kesheng/contracts/facts/message'
import { agentStatusFact, operationEventFact } from '@kesheng/contracts/facts/operation'
import { opinionFact, tagHitFact } from '@kesheng/contracts/facts/opinion'
import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { AnalyzerPool } from '../conversations/analyzer-pool.ts'
import type { FactStore } from '../facts/ports.ts'
import { analyseAnswers, analyseReviews } from './analyse-texts.ts'
import type { RowSets } from './row-sets.ts'

/**
 * Analyses the batch's reviews and answers and stores all of its rows, one insert a table under the batch's token:
 * after a crash the same call stores nothing twice.
 */
export async function insertRows(
  facts: FactStore,
  rows: RowSets,
  analyzer: () => Promise<AnalyzerPool>,
  tokenPrefix: string,
): Promise<void> {
  const insert = <C extends Columns>(table: FactTable<C>, tableRows: readonly Row<C>[]): Promise<void> =>
    tableRows.length === 0
      ? Promise.resolve()
      : facts.insert(table, tableRows, `${tokenPrefix}:${table.noun}`)
  if (rows.reviews.length + rows.surveyAnswers.length > 0) {
    const pool = await analyzer()
    const reviews = await analyseReviews(pool, rows.reviews)
    const answers = await analyseAnswers(pool, rows.surveyAnswers)
    await insert(opinionFact, [...reviews.opinions, ...answers.opinions])
    await insert(tagHitFact, [...reviews.tagHits, ...answers.tagHits])
    await insert(reviewFact, reviews.rows)
    await insert(surveyAnswerFact, answers.rows)
  }
  await insert(messageLog, rows.messages)
  await insert(orderLineFact, rows.orderLines)
  await insert(refundFact, rows.refunds)
  await insert(agentStatusFact, rows.agentStatuses)
  await insert(operationEventFact, rows.operationEvents)
}
