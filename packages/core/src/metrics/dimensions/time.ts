import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { evidenceSubjects } from '@kesheng/contracts/metrics/query'
import { sql, timezone, type Sql } from '../../access/sql/nodes.ts'
import { dimension } from '../dimension.ts'
import { subjects } from '../subjects.ts'

const byTime = (expression: (time: Sql) => Sql): Partial<Record<EvidenceSubject, Sql>> =>
  Object.fromEntries(evidenceSubjects.map((subject) => [subject, expression(subjects[subject].time)]))

/** When, in the workspace's timezone. */
export const timeDimensions = [
  /** 1 Monday … 7 Sunday. */
  dimension(
    'weekday',
    '星期',
    'Weekday',
    byTime((time) => sql`toDayOfWeek(${time}, 0, ${timezone})`),
  ),
  /** 00 … 23. */
  dimension(
    'hour',
    '小时',
    'Hour of day',
    byTime((time) => sql`leftPad(toString(toHour(${time}, ${timezone})), 2, '0')`),
  ),
  dimension(
    'date',
    '日期',
    'Date',
    byTime((time) => sql`toDate(${time}, ${timezone})`),
  ),
  dimension('timeAssumed', '时间为补填', 'Time assumed', {
    conversation: sql`time_assumed`,
    message: sql`time_assumed`,
    review: sql`time_assumed`,
    surveyAnswer: sql`time_assumed`,
    order: sql`time_assumed`,
    refund: sql`time_assumed`,
  }),
]
