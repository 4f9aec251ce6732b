import type { SurveyAnswerRow } from '@kesheng/contracts/facts/survey-answer'
import type { AgentRatingRecord, SurveyAnswerRecord } from '@kesheng/contracts/intake/records'
import { isMaskedName, rowBuyerKey } from '../../identity/buyer-key.ts'
import { contentId, sessionReference } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { isUnreadable } from '../damaged-text.ts'
import { maskedText } from '../masked-text.ts'
import { isCoarse } from '../occurrences.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime } from '../row-time.ts'
import { lineageOf, notAnalysed, placeOf } from './common.ts'

/** What the answers of one source row share. */
export interface RowAnswers {
  /** All of them in one text, so that two people who answered in the same minute stay apart. */
  content: string
  /** 0 for the first of equal rows of a group at one time, then 1, 2, … */
  occurrence: (group: string, at: number) => number
}

const isAnonymous = (buyer: string | undefined): boolean => !buyer || isMaskedName(buyer)

/**
 * One person's answers, known again under any file name. Ids are often row numbers that start anew in every export,
 * so the time stands beside them, or else the answers of a wide row; a long file without times has only its source.
 * Without an id: who answered what and when, where times are cut off counted among the equal ones (a day of
 * anonymous scores has only eleven different rows); without a time, the line of the file.
 */
function responseKey(
  record: SurveyAnswerRecord,
  time: { at: number; assumed: boolean },
  row: { line: number; answers: RowAnswers; shopId: string },
  context: RowContext,
): string[] {
  const { responseId, buyer = '' } = record
  const survey = record.surveyId ?? ''
  const { content, occurrence } = row.answers
  if (responseId !== undefined) {
    if (!time.assumed) return [survey, 'id', responseId, String(time.at)]
    return context.wide
      ? [survey, 'id', responseId, content]
      : [record.surveyId ?? context.sourceId, 'id', responseId]
  }
  if (time.assumed) return [survey, 'file', context.fileIdentity, String(row.line)]
  const counted = isAnonymous(buyer) && isCoarse(time.at)
  const among = counted ? occurrence(`${row.shopId}/${survey}/${time.at}`, time.at) : 0
  return [survey, 'at', String(time.at), buyer, content, String(among)]
}

export function surveyRow(
  record: SurveyAnswerRecord,
  line: number,
  answers: RowAnswers,
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
  const key = responseKey(record, time, { line, answers, shopId }, context)
  const responseId = contentId('response', tenantId, shopId, ...key)
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
  if (
    !time.assumed &&
    !record.ratingId &&
    !record.sessionId &&
    isAnonymous(record.buyer) &&
    isCoarse(time.at)
  )
    content.push(memory.occurrences.next(`${shopId}/${time.at}`, time.at, content.join('\u001f')))
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
