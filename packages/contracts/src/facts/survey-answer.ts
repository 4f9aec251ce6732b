import { defineFact, type Row } from './columns.ts'
import { lineage, masking, versioning } from './common.ts'

export const questionKinds = ['nps', 'csat', 'ces', 'score', 'choice', 'text', 'agentRating'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One answer to one question. Agent ratings (客服评价) are answers of kind `agentRating`, 1–5, 5 = best. */
export const surveyAnswerFact = defineFact(
  'survey_answer',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    answeredAt: 'time',
    answerId: 'id',
    /** One person's answers to one survey. */
    responseId: 'id',
    timeAssumed: 'flag',
    surveyId: 'key',
    questionId: 'key',
    questionText: 'key',
    questionKind: 'key',
    score: 'float64?',
    scaleMinimum: 'float64?',
    scaleMaximum: 'float64?',
    choice: 'text',
    text: 'text',
    ...masking,
    platform: 'key',
    shopId: 'key',
    agentId: 'key',
    buyerId: 'id',
    orderId: 'text',
    productId: 'text',
    productName: 'text',
    sentiment: 'key',
    sentimentScore: 'float32',
    sentimentConfidence: 'float32',
    opinionCount: 'uint16',
    analyzer: 'key',
    ...lineage,
    ...versioning,
  },
  {
    orderBy: ['tenantId', 'day', 'bucket', 'responseId', 'answerId'],
    partitionBy: 'day',
    fullText: ['text'],
  },
)

export type SurveyAnswerRow = Row<typeof surveyAnswerFact.columns>
