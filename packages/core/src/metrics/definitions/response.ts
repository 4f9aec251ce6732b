import { sql, timezone, type Sql } from '../../access/sql/nodes.ts'
import {
  buyer,
  complement,
  distinct,
  groups,
  maximum,
  mean,
  quantile,
  ratio,
  rows,
  sum,
  value,
} from '../measures.ts'
import { metric } from '../metric.ts'

const response = (definition: Parameters<typeof metric>[1]) => metric('response', definition)

const first = sql`first_response_seconds`
const answered = sql`first_response_seconds IS NOT NULL`
const timedAnswer = sql`timed AND answered_rounds > 0`
const timedInquiry = sql`inquired AND timed`

/** Share of inquiries whose first human reply came within a limit; the unanswered ones count as not met. */
const answeredWithin = (limit: Sql, population: Sql) =>
  ratio(
    rows('conversation', sql`${population} AND ifNull(first_response_seconds <= ${limit}, false)`),
    rows('conversation', population),
  )

/** How fast people answered. Bots, automatic replies and assumed times are out of every figure. */
export const responseMetrics = [
  response({
    id: 'firstResponseTime',
    zh: '首响时长',
    en: 'First response time',
    about: {
      zh: '买家首条消息到首条人工回复的平均秒数',
      en: 'Mean seconds from first buyer message to first human reply',
    },
    formula: 'mean(first human reply − first buyer message)',
    unit: 'seconds',
    expression: value(mean('conversation', first, answered)),
  }),
  response({
    id: 'firstResponseTimeMedian',
    zh: '首响时长中位数',
    en: 'Median first response time',
    about: { zh: '首响时长的中位数', en: 'Half of the answered conversations were faster' },
    formula: 'quantile 0.5 of first response seconds',
    unit: 'seconds',
    expression: value(quantile('conversation', sql`0.5`, first, answered)),
  }),
  response({
    id: 'firstResponseTimeP90',
    zh: '首响时长P90',
    en: 'First response time P90',
    about: { zh: '九成会话的首响不超过该值', en: 'Nine of ten answered conversations were faster' },
    formula: 'quantile 0.9 of first response seconds',
    unit: 'seconds',
    expression: value(quantile('conversation', sql`0.9`, first, answered)),
  }),
  response({
    id: 'averageResponseTime',
    zh: '平均响应时长',
    en: 'Average response time',
    about: {
      zh: '每轮从首条未回复的买家消息到人工回复的平均等待；连续追问算一轮',
      en: 'Mean wait per answered round; repeated unanswered asks are one round, timed from the first',
    },
    formula: 'Σ(reply − first unanswered buyer message) / answered rounds',
    unit: 'seconds',
    expression: ratio(
      sum('conversation', sql`response_seconds_sum`, timedAnswer),
      sum('conversation', sql`answered_rounds`, timedAnswer),
    ),
  }),
  response({
    id: 'longestWait',
    zh: '最长等待',
    en: 'Longest wait',
    about: { zh: '买家等待人工回复的最长秒数', en: 'The longest a buyer waited for a human reply' },
    formula: 'max(wait of a round)',
    unit: 'seconds',
    expression: value(
      maximum('conversation', sql`longest_wait_seconds`, sql`longest_wait_seconds IS NOT NULL`),
    ),
  }),
  response({
    id: 'replyRate',
    zh: '回复率',
    en: 'Reply rate',
    about: { zh: '得到人工回复的买家占咨询人数的比例', en: 'Inquirers who got a human reply' },
    formula: 'replied buyers / inquirers',
    unit: 'share',
    expression: ratio(
      distinct('conversation', buyer, sql`inquired AND served`),
      distinct('conversation', buyer, sql`inquired`),
    ),
  }),
  response({
    id: 'roundAnswerRate',
    zh: '轮次应答率',
    en: 'Round answer rate',
    about: { zh: '买家提问轮次中得到人工回复的比例', en: 'Rounds of buyer messages that were answered' },
    formula: 'answered rounds / rounds',
    unit: 'share',
    expression: ratio(
      sum('conversation', sql`answered_rounds`, sql`rounds > 0`),
      sum('conversation', sql`rounds`, sql`rounds > 0`),
    ),
  }),
  response({
    id: 'threeMinuteReplyRate',
    zh: '3分钟回复率',
    en: 'Three-minute reply rate',
    about: { zh: '180 秒内回复的轮次占比', en: 'Rounds answered within 180 s' },
    formula: 'rounds answered ≤ 180 s / rounds',
    unit: 'share',
    expression: ratio(
      sum('conversation', sql`rounds_within180`, sql`timed AND rounds > 0`),
      sum('conversation', sql`rounds`, sql`timed AND rounds > 0`),
    ),
  }),
  response({
    id: 'thirtySecondAnswerRate',
    zh: '30秒应答率',
    en: 'Thirty-second answer rate',
    about: {
      zh: '30 秒内首次应答的会话占比；未回复算未达标',
      en: 'Inquiries first answered within 30 s; unanswered ones count as not met',
    },
    formula: 'conversations with first response ≤ 30 s / inquiries',
    unit: 'share',
    expression: answeredWithin(sql`30`, timedInquiry),
  }),
  response({
    id: 'fortyFiveSecondAnswerRate',
    zh: '45秒首响率',
    en: 'Forty-five-second answer rate',
    about: { zh: '45 秒内首次应答的会话占比', en: 'Inquiries first answered within 45 s' },
    formula: 'conversations with first response ≤ 45 s / inquiries',
    unit: 'share',
    expression: answeredWithin(sql`45`, timedInquiry),
  }),
  response({
    id: 'slowResponses',
    zh: '慢响应轮次',
    en: 'Slow responses',
    about: { zh: '等待超过 120 秒的已回复轮次', en: 'Answered rounds that waited more than 120 s' },
    formula: 'Σ rounds with wait > 120 s',
    unit: 'count',
    expression: value(sum('conversation', sql`slow_rounds`, sql`slow_rounds > 0`)),
  }),
  response({
    id: 'slowResponseRate',
    zh: '慢响应率',
    en: 'Slow response rate',
    about: {
      zh: '等待超过 120 秒的轮次占已回复轮次的比例',
      en: 'Answered rounds that waited more than 120 s',
    },
    formula: 'slow rounds / answered rounds',
    unit: 'share',
    expression: ratio(
      sum('conversation', sql`slow_rounds`, timedAnswer),
      sum('conversation', sql`answered_rounds`, timedAnswer),
    ),
  }),
  response({
    id: 'slowResponseBuyerDays',
    zh: '慢响应人次',
    en: 'Slow-response buyer-days',
    about: {
      zh: '同一买家同一天里慢响应达到 3 次的人次',
      en: 'Buyer-days with at least three waits over 120 s',
    },
    formula: 'buyer-days with ≥ 3 rounds that waited > 120 s',
    unit: 'count',
    expression: value(
      groups('conversation', sql`(buyer_id, toDate(started_at, ${timezone}))`, sql`sum(slow_rounds) >= 3`),
    ),
  }),
  response({
    id: 'unansweredRate',
    zh: '未回复率',
    en: 'Unanswered rate',
    about: { zh: '没有得到人工回复的咨询会话占比', en: 'Inquiries no human answered' },
    formula: '1 − answered inquiries / inquiries',
    unit: 'share',
    expression: complement(
      rows('conversation', sql`inquired AND served`),
      rows('conversation', sql`inquired`),
    ),
  }),
]
