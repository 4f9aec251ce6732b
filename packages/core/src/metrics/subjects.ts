import type { FactTable } from '@kesheng/contracts/facts/columns'
import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { sql, type Sql } from '../access/sql/nodes.ts'

/** What a subject's rows are, when they happened and what names one. */
export interface Subject {
  readonly table: FactTable
  readonly time: Sql
  readonly id: Sql
}

const subject = (table: unknown, time: Sql, id: Sql): Subject => ({ table: table as FactTable, time, id })

export const subjects: Readonly<Record<EvidenceSubject, Subject>> = {
  conversation: subject(conversationFact, sql`started_at`, sql`conversation_id`),
  message: subject(messageFact, sql`sent_at`, sql`message_id`),
  opinion: subject(opinionFact, sql`occurred_at`, sql`opinion_id`),
  review: subject(reviewFact, sql`reviewed_at`, sql`review_id`),
  surveyAnswer: subject(surveyAnswerFact, sql`answered_at`, sql`answer_id`),
  order: subject(orderLineFact, sql`ordered_at`, sql`order_line_id`),
  refund: subject(refundFact, sql`applied_at`, sql`refund_id`),
}
