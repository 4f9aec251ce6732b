import type { MessageKind, Role } from '../facts/common.ts'
import type { QuestionKind } from '../facts/survey-answer.ts'

/**
 * What a connector makes of one source row, before identity, masking and analysis. Times are epoch milliseconds
 * (UTC) or null when the row has none (then the import's default time, if any, is applied by core). Texts are the
 * original, unmasked. Strings are trimmed; a missing value is undefined.
 */
interface Common {
  platform?: string
  shop?: string
  /** Account name or id of the buyer on the platform. */
  buyer?: string
  productId?: string
  productName?: string
  orderId?: string
}

export interface ChatRecord extends Common {
  kind: 'chats'
  channel?: string
  sessionId?: string
  messageId?: string
  agent?: string
  role: Role
  messageKind: MessageKind
  text: string
  sentAt: number | null
  /** `sentAt` is the conversation's start, not the message's own time: out of every response figure. */
  timeAssumed?: boolean
  /** Position in its conversation or file; orders messages of equal or assumed time. */
  ordinal: number
  /** The source itself says it was sent by a machine. */
  automatic?: boolean
}

export interface ReviewRecord extends Common {
  kind: 'reviews'
  reviewId?: string
  reviewedAt: number | null
  /** 1–5 */
  score?: number
  rating?: 'good' | 'neutral' | 'bad'
  text: string
  skuName?: string
  appendText?: string
  appendedAt?: number
  reply?: string
  repliedAt?: number
  tags?: string[]
  imageCount?: number
}

export interface OrderRecord extends Common {
  kind: 'orders'
  orderId: string
  lineId?: string
  orderedAt: number | null
  paidAt?: number
  status?: 'created' | 'paid' | 'shipped' | 'completed' | 'closed' | 'refunding'
  skuName?: string
  quantity?: number
  listAmount?: number
  paidAmount?: number
  refundedAmount?: number
  province?: string
}

export interface RefundRecord extends Common {
  kind: 'refunds'
  refundId?: string
  appliedAt: number | null
  amount?: number
  status?: string
  reason?: string
  phase?: 'onsale' | 'aftersale'
  platformAssist?: boolean
  province?: string
}

export interface SurveyAnswerRecord extends Common {
  kind: 'survey-answers'
  responseId?: string
  surveyId?: string
  answeredAt: number | null
  questionId: string
  questionText: string
  questionKind: QuestionKind
  score?: number
  scaleMinimum?: number
  scaleMaximum?: number
  choice?: string
  text?: string
  agent?: string
}

export interface AgentRatingRecord extends Common {
  kind: 'agent-ratings'
  ratingId?: string
  sessionId?: string
  agent: string
  ratedAt: number | null
  /** 1–5, 5 = very satisfied, whatever the platform's own code. */
  score: number
  text?: string
  /** Who asked: agent | buyer | system */
  invitedBy?: string
}

export interface AgentStatusRecord {
  kind: 'agent-status'
  platform?: string
  shop?: string
  agent: string
  changedAt: number | null
  status: 'online' | 'offline' | 'paused' | 'resumed'
}

export interface OperationEventRecord {
  kind: 'operation-events'
  platform?: string
  shop?: string
  agent?: string
  productId?: string
  eventId?: string
  eventType: string
  name: string
  phase?: string
  occurredAt: number | null
  endsAt?: number
  value?: number
  attributes?: Record<string, unknown>
}

export type IntakeRecord =
  | ChatRecord
  | ReviewRecord
  | OrderRecord
  | RefundRecord
  | SurveyAnswerRecord
  | AgentRatingRecord
  | AgentStatusRecord
  | OperationEventRecord

/** One problem of one row: what a person needs to mend it. */
export interface RejectReason {
  /** 1-based line of the file (header included) or row of the batch. */
  line: number
  field: string
  value: string
  /** Stable code, e.g. `missing_time`, `unknown_role`, `bad_number`, `future_date`, `mojibake`. */
  reason: string
  /** zh-CN sentence: what to do. */
  remedy: string
}
