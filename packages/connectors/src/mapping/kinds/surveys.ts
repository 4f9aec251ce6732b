import type { QuestionRule } from '@kesheng/contracts/intake/mapping'
import type { QuestionKind } from '@kesheng/contracts/facts/survey-answer'
import type { SurveyAnswerRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { cleanCell, isBlank, isBlankText } from '../../parse/blank.ts'
import { mendText } from '../../parse/mojibake.ts'
import { parseScore } from '../../parse/number.ts'
import { compact, type Fields, textReaders } from '../compile.ts'
import { fail, type RowContext } from '../row-context.ts'
import { columnResolver, textOf, valueAt } from '../values.ts'

const common = [
  'platform',
  'shop',
  'buyer',
  'productId',
  'productName',
  'orderId',
  'responseId',
  'surveyId',
  'agent',
] as const

type Answers = (row: Values, context: RowContext) => SurveyAnswerRecord[]

const questionWords: readonly [RegExp, QuestionKind][] = [
  [/^(?:nps|净推荐值|推荐意愿)$/i, 'nps'],
  [/^(?:csat|满意度)$/i, 'csat'],
  [/^(?:ces|费力度)$/i, 'ces'],
  [/^(?:agent_?rating|客服评价)$/i, 'agentRating'],
  [/^(?:score|打分|评分|量表|rating)$/i, 'score'],
  [/^(?:choice|单选题?|多选题?|选择题?|single|multiple|radio|checkbox)$/i, 'choice'],
  [/^(?:text|文本|填空题?|开放题?|简答题?|open)$/i, 'text'],
]

/** Kind of a question from what the source calls it, else from its wording. */
export function questionKindOf(named: string, wording: string): QuestionKind | undefined {
  const byName = questionWords.find(([pattern]) => pattern.test(named.trim()))?.[1]
  return byName ?? scoreKindOf(wording)
}

/** Which of the known scales a wording asks for. */
export function scoreKindOf(wording: string): 'nps' | 'csat' | 'ces' | undefined {
  if (/\bnps\b|推荐给|愿意.*推荐|推荐.*(?:可能|程度|意愿|打分)|likely.*recommend/i.test(wording)) return 'nps'
  if (/\bces\b|费力|(?:是否|有多|多么)容易|容易程度|轻松|\beffort\b|how easy/i.test(wording)) return 'ces'
  return /\bcsat\b|满意|satisf/i.test(wording) ? 'csat' : undefined
}

export function surveyBuilder(fields: Fields, columns: readonly string[]): Answers {
  const texts = textReaders(fields, common)
  const answeredAt = fields.time('answeredAt')
  const answers =
    fields.mapping.questions === undefined ? longForm(fields) : wideForm(fields.mapping.questions, columns)
  return (row, context) => {
    const shared = texts(row)
    const time = answeredAt(row, context)
    const found = context.problems.length > 0 ? [] : answers(row, context)
    if (found.length === 0 && context.problems.length === 0) fail(context, 'questionId', '', 'no_answer')
    return found.map((answer) => ({ ...answer, ...shared, answeredAt: time }))
  }
}

/** One row an answer. */
function longForm(fields: Fields): Answers {
  const questionId = fields.text('questionId')
  const questionText = fields.text('questionText')
  const questionKind = fields.text('questionKind')
  const score = fields.text('score')
  const choice = fields.text('choice')
  const text = fields.freeText('text')
  return (row, context) => {
    const wording = questionText(row)
    const id = questionId(row) || wording || questionKind(row)
    if (id === '') {
      fail(context, 'questionId', '', 'missing_value')
      return []
    }
    const written = score(row)
    const number = written === '' ? null : parseScore(written)
    const words = text(row, context)
    const picked = choice(row)
    if (written !== '' && number === null) fail(context, 'score', written, 'bad_number')
    if (context.problems.length > 0 || (number === null && words === '' && picked === '')) return []
    const guessed = number !== null ? 'score' : picked !== '' ? 'choice' : 'text'
    const kind = questionKindOf(questionKind(row), wording) ?? guessed
    return [
      compact<SurveyAnswerRecord>({
        kind: 'survey-answers',
        answeredAt: null,
        questionId: id,
        questionText: wording || id,
        questionKind: kind,
        score: number ?? undefined,
        ...(kind === 'nps' ? { scaleMinimum: 0, scaleMaximum: 10 } : {}),
        choice: picked,
        text: words,
      }),
    ]
  }
}

/** One row a response, one column a question. */
function wideForm(questions: readonly QuestionRule[], columns: readonly string[]): Answers {
  const resolve = columnResolver(columns)
  const compiled = questions.map((question) => ({
    question,
    column: resolve(question.column),
    empty: new Set(question.emptyValues ?? []),
  }))
  return (row, context) =>
    compiled.flatMap(({ question, column, empty }) => {
      const value = cleanCell(textOf(valueAt(row, column)))
      const nothing = question.questionKind === 'text' ? isBlankText(value) : isBlank(value)
      if (nothing || empty.has(value)) return []
      const answer = answerOf(question, value, context)
      return answer === null ? [] : [answer]
    })
}

/** A tick has a number for its place; what was chosen is what the column is called. */
const isTick = (question: QuestionRule, value: string): boolean =>
  (question.emptyValues ?? []).includes('-1') && /^\d+$/.test(value)

function answerOf(question: QuestionRule, value: string, context: RowContext): SurveyAnswerRecord | null {
  const { questionId, questionText, questionKind } = question
  const base = { kind: 'survey-answers' as const, answeredAt: null, questionId, questionText, questionKind }
  if (questionKind === 'text') {
    const mended = mendText(value)
    if (mended.damaged) context.flags.mojibake = true
    return { ...base, text: mended.text }
  }
  if (questionKind === 'choice') return { ...base, choice: isTick(question, value) ? questionText : value }
  const score = parseScore(value)
  if (score === null) {
    fail(context, question.column, value, 'bad_number')
    return null
  }
  return compact<SurveyAnswerRecord>({
    ...base,
    score,
    scaleMinimum: question.scaleMinimum,
    scaleMaximum: question.scaleMaximum,
  })
}
