import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { surveyItem } from '@kesheng/contracts/http/views'
import type { z } from 'zod'
import { isoTime } from '../../metrics/time-range.ts'
import { fields, type Picked } from './selection.ts'

const names = [
  'answerId',
  'responseId',
  'answeredAt',
  'surveyId',
  'questionText',
  'questionKind',
  'score',
  'choice',
  'text',
  'agentId',
  'sentiment',
] as const

export const surveyColumns = fields(surveyAnswerFact, names)
export type SurveyFields = Picked<typeof surveyAnswerFact.columns, (typeof names)[number]>

export function toSurveyItem(row: SurveyFields, timezone: string): z.infer<typeof surveyItem> {
  return { ...row, answeredAt: isoTime(row.answeredAt, timezone) }
}
