import type { FactTable } from '@kesheng/contracts/facts/columns'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { FactStore } from '@kesheng/core/facts/ports'
import { where } from '@kesheng/core/facts/where'
import { planChats } from '@kesheng/core/intake/plan-analysis'
import type { AnalyseTextsJob, JobQueue } from '@kesheng/core/queue/ports'

const allBuckets = Array.from({ length: 256 }, (_, bucket) => bucket)

/** Sends the jobs that analyse every stored text of some days (UTC, both included) again; answers how many. */
export async function analyseAgain(
  { facts, queue }: { facts: FactStore; queue: Pick<JobQueue, 'send'> },
  tenantId: string,
  days: { from: number; to: number },
): Promise<number> {
  const touched = Array.from({ length: days.to - days.from + 1 }, (_, index) => ({
    day: days.from + index,
    buckets: allBuckets,
  }))
  const chats = await planChats(facts, tenantId, touched)
  const texts = [
    ...(await textJobs(facts, tenantId, days, 'review', reviewFact as unknown as FactTable)),
    ...(await textJobs(facts, tenantId, days, 'survey_answer', surveyAnswerFact as unknown as FactTable)),
  ]
  await queue.send('analyse-day', chats)
  await queue.send('analyse-texts', texts)
  return chats.length + texts.length
}

async function textJobs(
  facts: FactStore,
  tenantId: string,
  days: { from: number; to: number },
  subject: AnalyseTextsJob['subject'],
  table: FactTable,
): Promise<AnalyseTextsJob[]> {
  const { sql, params } = where(table, { tenantId, day: days })
  const rows = await facts.query<{ day: number }>({
    sql: `SELECT DISTINCT toUInt16(day) AS day FROM ${table.table} WHERE ${sql} ORDER BY day`,
    params,
  })
  return rows.map(({ day }) => ({ tenantId, subject, day, bucketFrom: 0, bucketTo: 255 }))
}
