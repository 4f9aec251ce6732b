import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import { messageLog, type MessageLogRow } from '@kesheng/contracts/facts/message'
import {
  agentStatusFact,
  operationEventFact,
  type AgentStatusRow,
  type OperationEventRow,
} from '@kesheng/contracts/facts/operation'
import { orderLineFact, refundFact, type OrderLineRow, type RefundRow } from '@kesheng/contracts/facts/order'
import { reviewFact, type ReviewRow } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact, type SurveyAnswerRow } from '@kesheng/contracts/facts/survey-answer'
import type { RejectReason } from '@kesheng/contracts/intake/records'

/** Rows of one batch by table. Reviews and answers are not analysed yet. */
export interface RowSets {
  messages: MessageLogRow[]
  reviews: ReviewRow[]
  surveyAnswers: SurveyAnswerRow[]
  orderLines: OrderLineRow[]
  refunds: RefundRow[]
  agentStatuses: AgentStatusRow[]
  operationEvents: OperationEventRow[]
}
export type RowSet = keyof RowSets

/** What one record became. */
export type RowResult<T> = { row: T } | { reject: RejectReason }

interface Intake<C extends Columns> {
  table: FactTable<C>
  /** Column with the row's identity. */
  id: keyof C & string
  /** Field a reject names when the id is given twice. */
  idField: string
  /** Columns in which two rows of one id can differ. */
  content: readonly (keyof C & string)[]
  /** A row that differs from the stored one replaces it (orders move on, reviews gain a follow-up). */
  replaces: boolean
}

const intake = <const C extends Columns>(
  table: FactTable<C>,
  id: keyof C & string,
  options: { idField: string; content: readonly (keyof C & string)[]; replaces: boolean },
): Intake<C> => ({ table, id, ...options })

/** How each kind of row is told apart from what is stored. */
export const rowSets = {
  messages: intake(messageLog, 'messageId', { idField: 'messageId', content: ['text'], replaces: false }),
  reviews: intake(reviewFact, 'reviewId', {
    idField: 'reviewId',
    content: ['text', 'appendText', 'reply', 'score', 'rating'],
    replaces: true,
  }),
  surveyAnswers: intake(surveyAnswerFact, 'answerId', {
    idField: 'responseId',
    content: ['score', 'text'],
    replaces: true,
  }),
  orderLines: intake(orderLineFact, 'orderLineId', {
    idField: 'lineId',
    content: ['status', 'quantity', 'listAmount', 'paidAmount', 'paidAt', 'refundedAmount'],
    replaces: true,
  }),
  refunds: intake(refundFact, 'refundId', {
    idField: 'refundId',
    content: ['status', 'amount', 'reason', 'platformAssist'],
    replaces: true,
  }),
  agentStatuses: intake(agentStatusFact, 'statusId', { idField: 'changedAt', content: [], replaces: false }),
  operationEvents: intake(operationEventFact, 'eventId', {
    idField: 'eventId',
    content: ['name', 'phase', 'value', 'endsAt'],
    replaces: true,
  }),
} as const

export const rowSetNames = Object.keys(rowSets) as RowSet[]

/** Any row of any set, as the parts that treat all tables alike see it. */
export type AnyRow = Row<Columns> & {
  tenantId: string
  day: number
  bucket: number
  importId: string
  line: number
  timeAssumed: boolean
}

export function emptyRowSets(): RowSets {
  return {
    messages: [],
    reviews: [],
    surveyAnswers: [],
    orderLines: [],
    refunds: [],
    agentStatuses: [],
    operationEvents: [],
  }
}
