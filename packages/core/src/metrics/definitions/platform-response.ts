import { sql, type Sql } from '../../access/sql/nodes.ts'
import { mean, ratio, rows, sum, value } from '../measures.ts'
import { metric } from '../metric.ts'

const response = (definition: Parameters<typeof metric>[1]) => metric('response', definition)

/** Platforms fix their assessment hours in Beijing time, whatever the workspace's timezone. */
const hour = sql`toHour(started_at, 'Asia/Shanghai')`
const within = (platform: Sql, from: Sql, to: Sql) =>
  sql`platform IN (${platform}) AND ${hour} >= ${from} AND ${hour} < ${to}`

const taobao = sql`timed AND rounds > 0 AND ${within(sql`'taobao', 'tmall'`, sql`8`, sql`24`)}`
const jd = sql`inquired AND timed AND ${within(sql`'jd'`, sql`9`, sql`23`)}`

/** The platforms' own versions of response figures; their notices change, `version` says which was followed. */
export const platformResponseMetrics = [
  response({
    id: 'douyinFirstResponseTime',
    zh: '抖音首次响应时长',
    en: 'Douyin first response time',
    about: {
      zh: '抖音口径：仅 8:00–22:59 的人工接待会话',
      en: 'Douyin rule: human-served sessions of 08:00–22:59 only',
    },
    formula: 'Σ(first human reply − first buyer message) / human-served sessions, 08:00:00–22:59:59',
    unit: 'seconds',
    expression: value(
      mean(
        'conversation',
        sql`first_response_seconds`,
        sql`first_response_seconds IS NOT NULL AND ${within(sql`'douyin'`, sql`8`, sql`23`)}`,
      ),
    ),
  }),
  response({
    id: 'taobaoThreeMinuteReplyRate',
    zh: '淘宝3分钟响应率',
    en: 'Taobao three-minute reply rate',
    about: { zh: '淘宝口径：8–24 点的轮次', en: 'Taobao rule: rounds of sessions started 8–24 h' },
    formula: 'rounds answered ≤ 180 s / rounds, 8–24 h',
    unit: 'share',
    expression: ratio(
      sum('conversation', sql`rounds_within180`, taobao),
      sum('conversation', sql`rounds`, taobao),
    ),
  }),
  response({
    id: 'jdThirtySecondAnswerRate',
    zh: '京东首次30秒应答率',
    en: 'JD thirty-second answer rate',
    about: {
      zh: '京东口径：不计 23:00–9:00 开始的会话',
      en: 'JD rule: sessions started 23:00–09:00 are out',
    },
    formula: 'sessions first answered ≤ 30 s / sessions, 9–23 h',
    unit: 'share',
    expression: ratio(
      rows('conversation', sql`${jd} AND ifNull(first_response_seconds <= 30, false)`),
      rows('conversation', jd),
    ),
  }),
]
