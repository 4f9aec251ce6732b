import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import { expect, test } from 'vitest'
import type { AnalyzerPool } from '../conversations/analyzer-pool.ts'
import { dayOf } from '../time/days.ts'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { sampleContext, sampleNow, samplePool, tenantId, workspaces } from '../testing/samples.ts'
import { analyseTexts } from './analyse-texts.ts'
import { insertRows } from './insert-rows.ts'
import { newRowMemory, toRows } from './to-rows.ts'

const at = sampleNow - 3_600_007

async function stored(records: IntakeRecord[]) {
  const facts = new MemoryFacts()
  const outcomes = records.map((record, index) => ({ line: index + 2, records: [record] }))
  const { rows } = toRows(outcomes, sampleContext(), newRowMemory(tenantId))
  await insertRows(facts, rows, () => Promise.resolve(samplePool()), 'import:1:0')
  let now = sampleNow
  let job = 0
  const done: string[] = []
  const again = (subject: 'review' | 'survey_answer', pool: AnalyzerPool) =>
    analyseTexts(
      {
        facts,
        imports: { analysisDone: (id) => Promise.resolve(void done.push(id)) },
        workspaces,
        analyzerFor: () => Promise.resolve(pool),
        clock: () => ++now,
      },
      { tenantId, subject, day: dayOf(at), bucketFrom: 0, bucketTo: 255, importId: 'import-1' },
      `job${++job}`,
    )
  return { facts, again, done }
}

/** Finds nothing any more. */
const blind: AnalyzerPool = {
  ...samplePool('sample@2'),
  texts: (inputs) => samplePool().texts(inputs.map((input) => ({ ...input, text: '' }))),
}

const review = (text: string): IntakeRecord => ({ kind: 'reviews', text, reviewedAt: at, orderId: text })

test('reviews are analysed again with what a new pack finds and no longer finds', async () => {
  const { facts, again, done } = await stored([review('坏了'), review('很好'), review('系统默认好评')])
  expect(facts.rows(opinionFact)).toHaveLength(1)
  expect(await again('review', samplePool('sample@2'))).toEqual({ rows: 3 })
  expect(facts.rows(opinionFact)).toHaveLength(1)
  expect(facts.rows(reviewFact).map((row) => [row.analyzer, row.negativeOpinionCount])).toEqual([
    ['sample@2', 1],
    ['sample@2', 0],
    ['sample@2', 0],
  ])
  await again('review', blind)
  expect(facts.rows(opinionFact)).toEqual([])
  expect(facts.rows(reviewFact).every((row) => row.opinionCount === 0)).toBe(true)
  expect(done).toEqual(['import-1', 'import-1'])
})

const answer = (questionId: string, text: string): IntakeRecord => ({
  kind: 'survey-answers',
  responseId: 'r',
  questionId,
  questionText: '',
  questionKind: 'text',
  answeredAt: at,
  text,
  ...(text === '' ? { score: 3 } : {}),
})

test('answers with a text are analysed, others stay neutral', async () => {
  const { facts, again } = await stored([answer('q1', '坏'), answer('q2', '')])
  expect(facts.rows(opinionFact)).toMatchObject([{ subjectKind: 'survey', quote: '坏' }])
  await again('survey_answer', samplePool('sample@2'))
  expect(facts.rows(surveyAnswerFact).map((row) => row.sentiment)).toEqual(['negative', 'neutral'])
})

test('nothing to analyse is done at once', async () => {
  const { again, done } = await stored([])
  expect(await again('review', samplePool())).toEqual({ rows: 0 })
  expect(done).toHaveLength(1)
})
