import type { TextAnalysis, TextInput } from '@kesheng/analysis/engine/types'
import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import { opinionFact, tagHitFact, type OpinionRow, type TagHitRow } from '@kesheng/contracts/facts/opinion'
import { reviewFact, type ReviewRow } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact, type SurveyAnswerRow } from '@kesheng/contracts/facts/survey-answer'
import type { AnalyzerFor, AnalyzerPool } from '../conversations/analyzer-pool.ts'
import { tombstone } from '../conversations/empty-row.ts'
import { opinionRows, tagHitRows, type TextSubject } from '../conversations/opinion-rows.ts'
import type { FactStore } from '../facts/ports.ts'
import { slices, where } from '../facts/where.ts'
import type { AnalyseTextsJob } from '../queue/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { notAnalysed } from './rows/common.ts'
import { analysisJobId } from './analysis-job-id.ts'
import type { ImportRepository } from './ports.ts'

export interface AnalysedRows<R> {
  rows: R[]
  opinions: OpinionRow[]
  tagHits: TagHitRow[]
}

type Lineage = Pick<
  ReviewRow,
  'tenantId' | 'day' | 'bucket' | 'ownership' | 'sourceId' | 'importId' | 'line' | 'version' | 'deleted'
>
const lineageOf = (row: Lineage): Lineage => {
  const { tenantId, day, bucket, ownership, sourceId, importId, line, version, deleted } = row
  return { tenantId, day, bucket, ownership, sourceId, importId, line, version, deleted }
}

function reviewSubject(row: ReviewRow): TextSubject {
  return {
    ...lineageOf(row),
    occurredAt: row.reviewedAt,
    subjectKind: 'review',
    subjectId: row.reviewId,
    textId: row.reviewId,
    platform: row.platform,
    shopId: row.shopId,
    agentId: '',
    buyerId: row.buyerId,
    productId: row.productId,
    productName: row.productName,
    stage: 'aftersale',
    scene: '',
    role: 'buyer',
  }
}

function answerSubject(row: SurveyAnswerRow): TextSubject {
  return {
    ...lineageOf(row),
    occurredAt: row.answeredAt,
    subjectKind: 'survey',
    subjectId: row.responseId,
    textId: row.answerId,
    platform: row.platform,
    shopId: row.shopId,
    agentId: row.agentId,
    buyerId: row.buyerId,
    productId: row.productId,
    productName: row.productName,
    stage: 'aftersale',
    scene: '',
    role: 'buyer',
  }
}

const inputOf = (text: string, productName: string, source: TextInput['source']): TextInput => ({
  text,
  role: 'buyer',
  source,
  ...(productName === '' ? {} : { productName }),
})

type TextRow = ReviewRow | SurveyAnswerRow

function analysedRow<R extends TextRow>(row: R, analysis: TextAnalysis | undefined, analyzer: string): R {
  if (analysis === undefined) return { ...row, ...notAnalysed, analyzer }
  const { sentiment, sentimentScore, sentimentConfidence, opinions } = analysis
  const negative = opinions.filter((opinion) => opinion.polarity < 0).length
  return {
    ...row,
    sentiment,
    sentimentScore,
    sentimentConfidence,
    opinionCount: opinions.length,
    ...('negativeOpinionCount' in row ? { negativeOpinionCount: negative } : {}),
    analyzer,
  }
}

/** Sentiment, opinions and intents of rows with a text; rows without one are left neutral. */
async function analyseRows<R extends TextRow>(
  analyzer: AnalyzerPool,
  rows: readonly R[],
  inputOf: (row: R) => TextInput,
  subjectOf: (row: R) => TextSubject,
): Promise<AnalysedRows<R>> {
  const inputs = rows.map(inputOf)
  const written = inputs.filter((input) => input.text.trim() !== '')
  const analyses = new Map<TextInput, TextAnalysis>()
  for (const [index, analysis] of (await analyzer.texts(written)).entries()) {
    const input = written[index]
    if (input !== undefined) analyses.set(input, analysis)
  }
  const result: AnalysedRows<R> = { rows: [], opinions: [], tagHits: [] }
  for (const [index, row] of rows.entries()) {
    const input = inputs[index]
    const analysis = input === undefined ? undefined : analyses.get(input)
    result.rows.push(analysedRow(row, analysis, analyzer.id))
    if (analysis === undefined) continue
    const subject = subjectOf(row)
    result.opinions.push(...opinionRows(subject, analysis.opinions))
    result.tagHits.push(...tagHitRows(subject, 'intent', analysis.intents))
  }
  return result
}

/** What the platform filled in for a silent buyer is nobody's opinion. */
const reviewInput = (row: ReviewRow): TextInput =>
  inputOf(row.blank ? '' : row.text, row.productName, 'review')
const answerInput = (row: SurveyAnswerRow): TextInput => inputOf(row.text, row.productName, 'survey')

export function analyseReviews(
  analyzer: AnalyzerPool,
  rows: readonly ReviewRow[],
): Promise<AnalysedRows<ReviewRow>> {
  return analyseRows(analyzer, rows, reviewInput, reviewSubject)
}

export function analyseAnswers(
  analyzer: AnalyzerPool,
  rows: readonly SurveyAnswerRow[],
): Promise<AnalysedRows<SurveyAnswerRow>> {
  return analyseRows(analyzer, rows, answerInput, answerSubject)
}

export interface AnalyseTextsPorts {
  facts: FactStore
  imports: Pick<ImportRepository, 'analysisDone'>
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  analyzerFor: AnalyzerFor
  /** Epoch ms. */
  clock: () => number
}

async function staleRows<C extends Columns>(
  facts: FactStore,
  table: FactTable<C>,
  range: AnalyseTextsJob,
  subjects: readonly string[],
  produced: readonly Row<C>[],
  version: number,
): Promise<Row<C>[]> {
  const idOf = (row: Row<C>): string => table.orderBy.map((column) => String(row[column])).join('|')
  const kept = new Set(produced.map(idOf))
  const stale: Row<C>[] = []
  for (const slice of slices(subjects)) {
    const tests = {
      tenantId: range.tenantId,
      day: range.day,
      bucket: { from: range.bucketFrom, to: range.bucketTo },
      subjectId: { in: slice },
    } as unknown as Parameters<typeof where<C>>[1]
    const stored = await facts.read(table, where(table, tests), { columns: table.orderBy })
    stale.push(...stored.filter((row) => !kept.has(idOf(row))).map((row) => tombstone(table, row, version)))
  }
  return stale
}

async function reviewsAgain(facts: FactStore, analyzer: AnalyzerPool, job: AnalyseTextsJob, now: number) {
  const { tenantId, day } = job
  const bucket = { from: job.bucketFrom, to: job.bucketTo }
  const stored = await facts.read(reviewFact, where(reviewFact, { tenantId, day, bucket }), {
    maxSeconds: 120,
  })
  return analyseReviews(analyzer, withVersion(stored, now))
}

async function answersAgain(facts: FactStore, analyzer: AnalyzerPool, job: AnalyseTextsJob, now: number) {
  const { tenantId, day } = job
  const bucket = { from: job.bucketFrom, to: job.bucketTo }
  const condition = where(surveyAnswerFact, { tenantId, day, bucket })
  const stored = await facts.read(surveyAnswerFact, condition, { maxSeconds: 120 })
  return analyseAnswers(analyzer, withVersion(stored, now))
}

function withVersion<R extends { version: number }>(rows: readonly R[], now: number): R[] {
  const version = rows.reduce((latest, row) => Math.max(latest, row.version + 1), now)
  return rows.map((row) => Object.assign({}, row, { version }))
}

/** Opinions and tags of the analysis, with tombstones for those an earlier one found and this one did not. */
async function storeDerived(
  facts: FactStore,
  job: AnalyseTextsJob,
  analysed: AnalysedRows<TextRow>,
  token: (table: string) => string,
): Promise<void> {
  const subjects = analysed.rows.map((row) => ('reviewId' in row ? row.reviewId : row.responseId))
  const version = analysed.rows[0]?.version ?? 0
  const { opinions, tagHits } = analysed
  const distinct = [...new Set(subjects)]
  opinions.push(...(await staleRows(facts, opinionFact, job, distinct, opinions, version)))
  tagHits.push(...(await staleRows(facts, tagHitFact, job, distinct, tagHits, version)))
  if (opinions.length > 0) await facts.insert(opinionFact, opinions, token('opinion'))
  if (tagHits.length > 0) await facts.insert(tagHitFact, tagHits, token('tag_hit'))
}

/** Job: analyses the stored reviews or answers of a day and bucket range again, after a pack or model changed. */
export async function analyseTexts(
  ports: AnalyseTextsPorts,
  job: AnalyseTextsJob,
  jobId: string,
): Promise<{ rows: number }> {
  const { facts } = ports
  const settings = await settingsOf(ports.workspaces, job.tenantId)
  const analyzer = await ports.analyzerFor(settings.packs)
  const token = (table: string): string => `analyse:${jobId}:${table}`
  let count = 0
  if (job.subject === 'review') {
    const analysed = await reviewsAgain(facts, analyzer, job, ports.clock())
    await storeDerived(facts, job, analysed, token)
    if (analysed.rows.length > 0) await facts.insert(reviewFact, analysed.rows, token('review'))
    count = analysed.rows.length
  } else {
    const analysed = await answersAgain(facts, analyzer, job, ports.clock())
    await storeDerived(facts, job, analysed, token)
    if (analysed.rows.length > 0) await facts.insert(surveyAnswerFact, analysed.rows, token('survey_answer'))
    count = analysed.rows.length
  }
  if (job.importId !== undefined)
    await ports.imports.analysisDone(job.importId, analysisJobId('analyse-texts', job), ports.clock())
  return { rows: count }
}
