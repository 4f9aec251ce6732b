import { sql } from '../../access/sql/nodes.ts'
import { distinct, mean, ratio, rows, share, sum, value } from '../measures.ts'
import { metric } from '../metric.ts'

const satisfaction = (definition: Parameters<typeof metric>[1]) => metric('satisfaction', definition)

const scored = sql`score IS NOT NULL`
const csat = sql`question_kind = 'csat' AND ${scored}`
const nps = sql`question_kind = 'nps' AND ${scored}`
const ces = sql`question_kind = 'ces' AND ${scored}`
const rated = sql`question_kind = 'agentRating' AND ${scored}`
const top = sql`ifNull(scale_maximum, 5)`

/** What people answered when asked. Survey NPS is never mixed with anything inferred. */
export const satisfactionMetrics = [
  satisfaction({
    id: 'csat',
    zh: 'CSAT满意率',
    en: 'CSAT',
    about: { zh: '满意度题落在最高两档的答案占比', en: 'CSAT answers in the top two boxes' },
    formula: 'answers ≥ scale maximum − 1 / answers',
    unit: 'share',
    expression: share('surveyAnswer', sql`score >= ${top} - 1`, csat),
  }),
  satisfaction({
    id: 'csatMean',
    zh: 'CSAT均分',
    en: 'CSAT mean',
    about: { zh: '满意度题的平均分', en: 'Mean score of CSAT answers' },
    formula: 'mean(score)',
    unit: 'score',
    expression: value(mean('surveyAnswer', sql`score`, csat)),
  }),
  satisfaction({
    id: 'nps',
    zh: 'NPS',
    en: 'NPS',
    about: {
      zh: '推荐者（9–10）占比减贬损者（0–6）占比，−100…100',
      en: 'Promoters (9–10) minus detractors (0–6), −100…100',
    },
    formula: '% 9–10 − % 0–6',
    unit: 'points',
    expression: ratio(
      sum('surveyAnswer', sql`multiIf(score >= 9, 1, score <= 6, -1, 0)`, nps),
      rows('surveyAnswer', nps),
      100,
    ),
  }),
  satisfaction({
    id: 'promoterShare',
    zh: '推荐者占比',
    en: 'Promoter share',
    about: { zh: 'NPS 题 9–10 分的占比', en: 'NPS answers of 9–10' },
    formula: 'answers 9–10 / answers',
    unit: 'share',
    expression: share('surveyAnswer', sql`score >= 9`, nps),
  }),
  satisfaction({
    id: 'detractorShare',
    zh: '贬损者占比',
    en: 'Detractor share',
    about: { zh: 'NPS 题 0–6 分的占比', en: 'NPS answers of 0–6' },
    formula: 'answers 0–6 / answers',
    unit: 'share',
    expression: share('surveyAnswer', sql`score <= 6`, nps),
  }),
  satisfaction({
    id: 'ces',
    zh: 'CES轻松率',
    en: 'CES',
    about: {
      zh: '认为“轻松”的占比，分高为易：7 分制 5 分及以上，5 分制 4 分及以上',
      en: 'Answers that agree it was easy; high = easy: ≥ 5 of 7, ≥ 4 of 5',
    },
    formula: 'answers that agree / answers',
    unit: 'share',
    expression: share('surveyAnswer', sql`score >= if(${top} >= 7, ${top} - 2, ${top} - 1)`, ces),
  }),
  satisfaction({
    id: 'surveyAnswers',
    zh: '问卷答案数',
    en: 'Survey answers',
    about: {
      zh: '问卷题目的答案数，不含客服评价',
      en: 'Answers to survey questions; agent ratings are apart',
    },
    formula: 'answers that are not agent ratings',
    unit: 'count',
    expression: value(rows('surveyAnswer', sql`question_kind != 'agentRating'`)),
  }),
  satisfaction({
    id: 'surveyResponses',
    zh: '答卷数',
    en: 'Survey responses',
    about: { zh: '回收的答卷数', en: 'Survey responses collected' },
    formula: 'distinct responses',
    unit: 'count',
    expression: value(distinct('surveyAnswer', sql`response_id`, sql`question_kind != 'agentRating'`)),
  }),
  satisfaction({
    id: 'agentRatings',
    zh: '客服评价数',
    en: 'Agent ratings',
    about: { zh: '买家对客服的评价数', en: 'Ratings of agents by buyers' },
    formula: 'agent ratings',
    unit: 'count',
    expression: value(rows('surveyAnswer', rated)),
  }),
  satisfaction({
    id: 'agentGoodRate',
    zh: '客服满意率',
    en: 'Agent good rate',
    about: { zh: '4–5 分的客服评价占比', en: 'Agent ratings of 4–5' },
    formula: 'ratings ≥ 4 / ratings',
    unit: 'share',
    expression: share('surveyAnswer', sql`score >= 4`, rated),
  }),
  satisfaction({
    id: 'agentBadRate',
    zh: '客服不满意率',
    en: 'Agent bad rate',
    about: { zh: '1–2 分的客服评价占比', en: 'Agent ratings of 1–2' },
    formula: 'ratings ≤ 2 / ratings',
    unit: 'share',
    expression: share('surveyAnswer', sql`score <= 2`, rated),
  }),
  satisfaction({
    id: 'agentRatingMean',
    zh: '客服评价均分',
    en: 'Agent rating mean',
    about: { zh: '客服评价的平均分，1–5', en: 'Mean agent rating, 1–5' },
    formula: 'mean(rating)',
    unit: 'score',
    expression: value(mean('surveyAnswer', sql`score`, rated)),
  }),
  satisfaction({
    id: 'ratedConversationShare',
    zh: '参评率',
    en: 'Rated share',
    about: { zh: '接待会话中有客服评价的比例', en: 'Served conversations that were rated' },
    formula: 'served conversations with a rating / served conversations',
    unit: 'share',
    expression: share('conversation', sql`rating IS NOT NULL`, sql`served`),
  }),
]
