import { sql } from '../../access/sql/nodes.ts'
import { buyer, distinct, mean, ratio, rows, share, sum, value } from '../measures.ts'
import { metric } from '../metric.ts'

const opinions = (definition: Parameters<typeof metric>[1]) => metric('opinions', definition)

const inChats = sql`subject_kind = 'conversation'`

/** What was said about what; one mention is one opinion in one text. */
export const opinionMetrics = [
  opinions({
    id: 'mentions',
    zh: '观点提及数',
    en: 'Mentions',
    about: { zh: '会话、评论、问卷里的观点提及次数', en: 'Opinions found in chats, reviews and surveys' },
    formula: 'opinion mentions',
    unit: 'count',
    expression: value(rows('opinion')),
  }),
  opinions({
    id: 'negativeMentions',
    zh: '负面提及数',
    en: 'Negative mentions',
    about: { zh: '极性为负的观点提及', en: 'Mentions with negative polarity' },
    formula: 'mentions with polarity < 0',
    unit: 'count',
    expression: value(rows('opinion', sql`polarity < 0`)),
  }),
  opinions({
    id: 'positiveMentions',
    zh: '正面提及数',
    en: 'Positive mentions',
    about: { zh: '极性为正的观点提及', en: 'Mentions with positive polarity' },
    formula: 'mentions with polarity > 0',
    unit: 'count',
    expression: value(rows('opinion', sql`polarity > 0`)),
  }),
  opinions({
    id: 'netOpinionSentiment',
    zh: '观点净情感',
    en: 'Net opinion sentiment',
    about: {
      zh: '正面提及占比减负面提及占比，−100…100',
      en: 'Positive minus negative share of mentions, −100…100',
    },
    formula: '(positive − negative) / mentions × 100',
    unit: 'points',
    expression: ratio(sum('opinion', sql`sign(polarity)`), rows('opinion'), 100),
  }),
  opinions({
    id: 'negativeMentionShare',
    zh: '负面提及占比',
    en: 'Negative mention share',
    about: { zh: '负面提及占全部提及的比例', en: 'Negative mentions among mentions' },
    formula: 'negative mentions / mentions',
    unit: 'share',
    expression: share('opinion', sql`polarity < 0`),
  }),
  opinions({
    id: 'mentioningBuyers',
    zh: '提及人数',
    en: 'Mentioning buyers',
    about: { zh: '表达过观点的不同买家', en: 'Different buyers who expressed an opinion' },
    formula: 'distinct buyers of mentions',
    unit: 'count',
    expression: value(distinct('opinion', buyer)),
  }),
  opinions({
    id: 'opinionSubjects',
    zh: '含观点的声音数',
    en: 'Voices with opinions',
    about: {
      zh: '含有观点的会话、评论、答卷数',
      en: 'Conversations, reviews and survey responses with an opinion',
    },
    formula: 'distinct subjects of mentions',
    unit: 'count',
    expression: value(distinct('opinion', sql`subject_id`)),
  }),
  opinions({
    id: 'averageStrength',
    zh: '平均语气强度',
    en: 'Average strength',
    about: { zh: '观点语气强度的平均值，1 轻 – 3 重', en: 'Mean strength of mentions, 1 mild – 3 strong' },
    formula: 'mean(strength)',
    unit: 'score',
    expression: value(mean('opinion', sql`strength`)),
  }),
  opinions({
    id: 'conversationsWithOpinion',
    zh: '含观点会话数',
    en: 'Conversations with opinions',
    about: { zh: '至少含一个观点的会话', en: 'Conversations with at least one opinion' },
    formula: 'conversations with ≥ 1 mention',
    unit: 'count',
    expression: value(rows('conversation', sql`opinion_count > 0`)),
  }),
  opinions({
    id: 'opinionConversationShare',
    zh: '观点会话占比',
    en: 'Opinion conversation share',
    about: { zh: '含观点会话占咨询会话的比例', en: 'Inquiries with at least one opinion' },
    formula: 'inquiries with ≥ 1 mention / inquiries',
    unit: 'share',
    expression: share('conversation', sql`opinion_count > 0`, sql`inquired`),
  }),
  opinions({
    id: 'negativeOpinionConversations',
    zh: '含负面观点会话数',
    en: 'Conversations with negative opinions',
    about: { zh: '至少含一个负面观点的会话', en: 'Conversations with at least one negative opinion' },
    formula: 'conversations with ≥ 1 negative mention',
    unit: 'count',
    expression: value(rows('conversation', sql`negative_opinion_count > 0`)),
  }),
  opinions({
    id: 'negativeMentionsPerHundred',
    zh: '百会话负面提及',
    en: 'Negative mentions per hundred conversations',
    about: { zh: '每 100 个咨询会话里的负面提及次数', en: 'Negative mentions in chats per 100 inquiries' },
    formula: 'negative mentions in chats / inquiries × 100',
    unit: 'ratio',
    expression: ratio(
      rows('opinion', sql`polarity < 0 AND ${inChats}`),
      rows('conversation', sql`inquired`),
      100,
    ),
  }),
]
