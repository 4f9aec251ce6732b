import type { EvidenceItem } from '@kesheng/contracts/http/insight.routes'
import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { loadConversations } from '../explorer/load-conversations.ts'
import { loadOpinions } from '../explorer/load-opinions.ts'
import { loadOrders, loadRefunds } from '../explorer/load-orders.ts'
import { loadReviews } from '../explorer/load-reviews.ts'
import type { Reading } from '../explorer/ports.ts'
import { loadRows, type RowRef } from '../explorer/refs.ts'
import { toConversationSummary } from '../explorer/rows/conversation-summary.ts'
import { messageColumns, toMessageItem, type MessageFields } from '../explorer/rows/message-item.ts'
import { surveyColumns, toSurveyItem, type SurveyFields } from '../explorer/rows/survey-item.ts'

export interface MarkedRef {
  readonly ref: RowRef
  readonly numerator: boolean
}

type Load = (reading: Reading, refs: readonly RowRef[]) => Promise<Map<string, Content>>
/** An entry without its mark. */
type Content = EvidenceItem extends infer Item
  ? Item extends EvidenceItem
    ? Omit<Item, 'numerator'>
    : never
  : never

/** A page of refs as what people read, in the same order. */
export async function loadEvidence(
  reading: Reading,
  subject: EvidenceSubject,
  marked: readonly MarkedRef[],
): Promise<EvidenceItem[]> {
  if (marked.length === 0) return []
  const contents = await loaders[subject](
    reading,
    marked.map(({ ref }) => ref),
  )
  return marked.flatMap(({ ref, numerator }) => {
    const content = contents.get(ref.id)
    return content ? [{ ...content, numerator }] : []
  })
}

const messages = { subject: 'message', columns: messageColumns, id: 'messageId' } as const
const answers = { subject: 'surveyAnswer', columns: surveyColumns, id: 'answerId' } as const

const loaders: Readonly<Record<EvidenceSubject, Load>> = {
  async conversation(reading, refs) {
    const rows = await loadConversations(reading, refs)
    return entries(rows, (row) => [
      row.conversationId,
      { subject: 'conversation', conversation: toConversationSummary(row, reading.context.timezone) },
    ])
  },
  async message(reading, refs) {
    const rows = await loadRows<MessageFields>(reading, messages, refs)
    return entries(rows, (row) => [
      row.messageId,
      { subject: 'message', message: toMessageItem(row, reading.context.timezone) },
    ])
  },
  async opinion(reading, refs) {
    const quotes = await loadOpinions(reading, refs)
    return entries(quotes, (opinion) => [opinion.opinionId, { subject: 'opinion', opinion }])
  },
  async review(reading, refs) {
    const reviews = await loadReviews(reading, refs)
    return entries(reviews, (review) => [review.reviewId, { subject: 'review', review }])
  },
  async surveyAnswer(reading, refs) {
    const rows = await loadRows<SurveyFields>(reading, answers, refs)
    return entries(rows, (row) => [
      row.answerId,
      { subject: 'surveyAnswer', answer: toSurveyItem(row, reading.context.timezone) },
    ])
  },
  async order(reading, refs) {
    return entries(await loadOrders(reading, refs), ([id, order]) => [id, { subject: 'order', order }])
  },
  async refund(reading, refs) {
    return entries(await loadRefunds(reading, refs), ([id, order]) => [id, { subject: 'refund', order }])
  },
}

function entries<R>(rows: Iterable<R>, entry: (row: R) => [string, Content]): Map<string, Content> {
  return new Map([...rows].map(entry))
}
