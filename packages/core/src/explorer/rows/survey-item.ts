import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { EvidenceItem } from '@kesheng/contracts/http/insight.routes'
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

export type SurveyItem = Extract<EvidenceItem, { subject: 'surveyAnswer' }>['answer']

export function toSurveyItem(row: SurveyFields, timezone: string): SurveyItem {
  return { ...row, answeredAt: isoTime(row.answeredAt, timezone) }
}
