import type { EvidenceItem } from '@kesheng/contracts/http/insight.routes'

/** Text of a row with the words that decided, if any. */
interface RowText {
  text: string
  span: { start: number; end: number } | null
  polarity: number
}

/** One row of an evidence list, whatever it is about, in the form the list draws. */
export interface EvidenceRow extends RowText {
  id: string
  numerator: boolean
  at: string
  platform: string
  shopId: string
  agentId: string
  title: string
  sentiment: string
  /** Where the row is read in full; null when the person can go nowhere further. */
  conversationId: string | null
  reviewId: string | null
  score: number | null
  amount: number | null
  refundAmount: number | null
}

const blank = {
  platform: '',
  shopId: '',
  agentId: '',
  title: '',
  sentiment: '',
  span: null,
  polarity: 0,
  conversationId: null,
  reviewId: null,
  score: null,
  amount: null,
  refundAmount: null,
}

type Of<S extends EvidenceItem['subject']> = Extract<EvidenceItem, { subject: S }>

function conversationRow({ conversation, numerator }: Of<'conversation'>): EvidenceRow {
  const { conversationId, startedAt, platform, shopId, agentId, sentiment, rating } = conversation
  const title = [conversation.buyerName, conversation.scene].filter(Boolean).join(' · ')
  const base = { ...blank, numerator, platform, shopId, agentId, sentiment, title, score: rating }
  return { ...base, id: conversationId, at: startedAt, text: conversation.preview, conversationId }
}

function opinionRow({ opinion, numerator }: Of<'opinion'>): EvidenceRow {
  const { opinionId, occurredAt, platform, shopId, agentId, text, start, end, polarity } = opinion
  const title = [opinion.level1, opinion.level2, opinion.level3].filter(Boolean).join(' / ')
  const base = { ...blank, numerator, platform, shopId, agentId, title, text, polarity }
  return {
    ...base,
    id: opinionId,
    at: occurredAt,
    span: { start, end },
    conversationId: opinion.subjectKind === 'conversation' ? opinion.subjectId : null,
    reviewId: opinion.subjectKind === 'review' ? opinion.subjectId : null,
  }
}

function reviewRow({ review, numerator }: Of<'review'>): EvidenceRow {
  const { reviewId, reviewedAt, platform, shopId, sentiment, score, productName } = review
  const text = [review.text, review.appendText].filter(Boolean).join('\n')
  const base = { ...blank, numerator, platform, shopId, sentiment, score, text }
  return { ...base, id: reviewId, at: reviewedAt, title: productName, reviewId }
}

function orderRow({ order, numerator }: Of<'order'> | Of<'refund'>): EvidenceRow {
  const { orderId, orderedAt, platform, shopId, productName, paidAmount, refund } = order
  const text = refund?.reason ?? ''
  const base = { ...blank, numerator, platform, shopId, title: productName, text }
  const at = refund?.appliedAt ?? orderedAt
  return { ...base, id: orderId, at, amount: paidAmount, refundAmount: refund?.amount ?? null }
}

function answerRow({ answer, numerator }: Of<'surveyAnswer'>): EvidenceRow {
  const { answerId, answeredAt, agentId, questionText, sentiment, score } = answer
  const text = [answer.choice, answer.text].filter(Boolean).join(' · ')
  return {
    ...blank,
    numerator,
    id: answerId,
    at: answeredAt,
    agentId,
    title: questionText,
    sentiment,
    score,
    text,
  }
}

function messageRow({ message, numerator }: Of<'message'>): EvidenceRow {
  const { messageId, conversationId, sentAt, agentId, text, sentiment } = message
  return { ...blank, numerator, id: messageId, at: sentAt, agentId, text, sentiment, conversationId }
}

export function evidenceRow(item: EvidenceItem): EvidenceRow {
  if (item.subject === 'conversation') return conversationRow(item)
  if (item.subject === 'opinion') return opinionRow(item)
  if (item.subject === 'review') return reviewRow(item)
  if (item.subject === 'surveyAnswer') return answerRow(item)
  return item.subject === 'message' ? messageRow(item) : orderRow(item)
}

/** The page on which a row is read in full: its conversation, or the reviews page opened at it. */
export function placeOf(row: EvidenceRow): { path: string; search: Record<string, string> } | null {
  if (row.conversationId !== null) return { path: `/conversations/${row.conversationId}`, search: {} }
  return row.reviewId === null ? null : { path: '/reviews', search: { review: row.reviewId } }
}
