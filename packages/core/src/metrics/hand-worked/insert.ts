import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { FactStore } from '../../facts/ports.ts'
import { handWorkedConversations, strayConversations } from './conversations.ts'
import { handWorkedOrderLines, handWorkedRefunds } from './trade.ts'
import { handWorkedAnswers, handWorkedMessages, handWorkedOpinions, handWorkedReviews } from './voices.ts'

/** Puts the hand-worked rows into a store; twice is once. Superseded rows go first and stay unmerged. */
export async function insertHandWorked(facts: Pick<FactStore, 'insert'>): Promise<void> {
  await facts.insert(conversationFact, strayConversations, 'hand-worked:stray')
  await facts.insert(conversationFact, handWorkedConversations, 'hand-worked:conversations')
  await facts.insert(messageFact, handWorkedMessages, 'hand-worked:messages')
  await facts.insert(opinionFact, handWorkedOpinions, 'hand-worked:opinions')
  await facts.insert(reviewFact, handWorkedReviews, 'hand-worked:reviews')
  await facts.insert(surveyAnswerFact, handWorkedAnswers, 'hand-worked:answers')
  await facts.insert(orderLineFact, handWorkedOrderLines, 'hand-worked:order-lines')
  await facts.insert(refundFact, handWorkedRefunds, 'hand-worked:refunds')
}
