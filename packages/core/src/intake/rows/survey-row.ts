import type { SurveyAnswerRow } from '@kesheng/contracts/facts/survey-answer'
import type { AgentRatingRecord, SurveyAnswerRecord } from '@kesheng/contracts/intake/records'
import { rowBuyerKey } from '../../identity/buyer-key.ts'
import { contentId, sessionReference } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { isUnreadable } from '../damaged-text.ts'
import { maskedText } from '../masked-text.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime } from '../row-time.ts'
import { lineageOf, notAnalysed, placeOf } from './common.ts'

/**
 * One person's answers. Without a response id: who answered and when; without a time, the line of the file (all
 * answers of a wide row share it).
 */
function responseKey(
  record: SurveyAnswerRecord,
  time: { at: number; assumed: boolean },
  rowContent: string,
  line: number,
  fileIdentity: string,
): string {
  if (record.responseId) return `id:${record.responseId}`
  return time.assumed ? `file:${fileIdentity}:${line}` : `at:${time.at}:${record.buyer ?? ''}:${rowContent}`
}

/** `rowContent` = all answers of the source row, so that two people who answered in the same minute stay apart. */
export function surveyRow(
  record: SurveyAnswerRecord,
  line: number,
  rowContent: string,
  context: RowContext,
  memory: RowMemory,
): RowResult<SurveyAnswerRow> {
  const text = record.text ?? ''
  if (text === '' && record.score === undefined && !record.choice)
    return { reject: reject(line, record.questionId, '', 'empty_answer') }
  if (isUnreadable(text)) return { reject: reject(line, record.questionId, text, 'mojibake') }
  const time = rowTime(record.answeredAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'answeredAt', record.answeredAt, time.problem) }
  if (record.score !== undefined && !Number.isFinite(record.score))
    return { reject: reject(line, record.questionId, record.score, 'bad_number') }

  const { platform, shopId, agentId } = placeOf(record, context)
  const { tenantId } = context
  const surveyId = record.surveyId ?? context.sourceId
  const key = responseKey(record, time, rowContent, line, context.fileIdentity)
  const responseId = contentId('response', tenantId, shopId, surveyId, key)
  const buyerKey = rowBuyerKey({ buyer: record.buyer, orderId: record.orderId }, shopId, responseId)
  const { buyerId, bucket } = memory.identities.identity(platform, shopId, buyerKey)
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket,
      answeredAt: time.at,
      answerId: contentId('answer', responseId, record.questionId, record.choice ?? ''),
      responseId,
      timeAssumed: time.assumed,
      surveyId,
      questionId: record.questionId,
      questionText: record.questionText,
      questionKind: record.questionKind,
      score: record.score ?? null,
      scaleMinimum: record.scaleMinimum ?? null,
      scaleMaximum: record.scaleMaximum ?? null,
      choice: record.choice ?? '',
      ...maskedText(text, context).columns,
      platform,
      shopId,
      agentId,
      buyerId,
      orderId: record.orderId ?? '',
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      ...notAnalysed,
      ...lineageOf(context, line),
    },
  }
}

/** An agent rating is an answer of kind `agentRating`; `responseId` names the platform session it was given for. */
export function ratingRow(
  record: AgentRatingRecord,
  line: number,
  context: RowContext,
  memory: RowMemory,
): RowResult<SurveyAnswerRow> {
  if (!record.agent) return { reject: reject(line, 'agent', record.agent, 'missing_value') }
  if (!(record.score >= 1 && record.score <= 5))
    return { reject: reject(line, 'score', record.score, 'bad_number') }
  const time = rowTime(record.ratedAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'ratedAt', record.ratedAt, time.problem) }

  const { platform, shopId, agentId } = placeOf(record, context)
  const { tenantId } = context
  const moment = time.assumed ? `${context.fileIdentity}:${line}` : String(time.at)
  const content = [
    agentId,
    record.buyer ?? '',
    record.sessionId ?? '',
    moment,
    record.score,
    record.text ?? '',
  ]
  const answerId = record.ratingId
    ? contentId('rating', tenantId, shopId, 'id', record.ratingId)
    : contentId('rating', tenantId, shopId, 'at', ...content)
  const clues = { buyer: record.buyer, orderId: record.orderId, sessionId: record.sessionId }
  const { buyerId, bucket } = memory.identities.identity(
    platform,
    shopId,
    rowBuyerKey(clues, shopId, answerId),
  )
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket,
      answeredAt: time.at,
      answerId,
      responseId: record.sessionId ? sessionReference(tenantId, shopId, record.sessionId) : answerId,
      timeAssumed: time.assumed,
      surveyId: 'agent-rating',
      questionId: 'agentRating',
      questionText: '客服评价',
      questionKind: 'agentRating',
      score: record.score,
      scaleMinimum: 1,
      scaleMaximum: 5,
      choice: record.invitedBy ?? '',
      ...maskedText(record.text ?? '', context).columns,
      platform,
      shopId,
      agentId,
      buyerId,
      orderId: record.orderId ?? '',
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      ...notAnalysed,
      ...lineageOf(context, line),
    },
  }
}
