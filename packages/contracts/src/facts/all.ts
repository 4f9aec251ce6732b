import { conversationFact } from './conversation.ts'
import { messageFact, messageLog } from './message.ts'
import { agentStatusFact, operationEventFact } from './operation.ts'
import { opinionFact, tagHitFact } from './opinion.ts'
import { orderLineFact, refundFact } from './order.ts'
import { reviewFact } from './review.ts'
import { surveyAnswerFact } from './survey-answer.ts'

/** Every table of the fact store, in creation order. */
export const factTables = [
  messageLog,
  messageFact,
  conversationFact,
  opinionFact,
  tagHitFact,
  reviewFact,
  surveyAnswerFact,
  orderLineFact,
  refundFact,
  agentStatusFact,
  operationEventFact,
] as const
