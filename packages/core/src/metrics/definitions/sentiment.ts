import { sql } from '../../access/sql/nodes.ts'
import { mean, ratio, rows, share, sum, value } from '../measures.ts'
import { metric } from '../metric.ts'

const sentiment = (definition: Parameters<typeof metric>[1]) => metric('sentiment', definition)

/** Positive counts 1, negative −1, neutral 0: the mean is the net share. */
export const netOf = sql`multiIf(sentiment = 'positive', 1, sentiment = 'negative', -1, 0)`
const inquired = sql`inquired`
/** What a buyer wrote and the model judged; pictures and cards carry no sentiment. */
const spoken = sql`role = 'buyer' AND sentiment != ''`
/** Mood runs −1…1; a shift of 0.3 is about one step from neutral to clearly pleased or upset. */
export const worsened = sql`sentiment_closing - sentiment_opening <= -0.3`
export const improved = sql`sentiment_closing - sentiment_opening >= 0.3`

/** How buyers felt, by conversation and by message. */
export const sentimentMetrics = [
  sentiment({
    id: 'netSentiment',
    zh: '净情感',
    en: 'Net sentiment',
    about: {
      zh: '咨询会话中正面占比减负面占比，−100…100',
      en: 'Positive minus negative share of inquiries, −100…100',
    },
    formula: '(positive − negative) / inquiries × 100',
    unit: 'points',
    expression: ratio(sum('conversation', netOf, inquired), rows('conversation', inquired), 100),
  }),
  sentiment({
    id: 'positiveConversations',
    zh: '正面会话数',
    en: 'Positive conversations',
    about: { zh: '买家情感为正面的咨询会话', en: 'Inquiries whose buyer felt positive' },
    formula: 'inquiries with positive sentiment',
    unit: 'count',
    expression: value(rows('conversation', sql`inquired AND sentiment = 'positive'`)),
  }),
  sentiment({
    id: 'negativeConversations',
    zh: '负面会话数',
    en: 'Negative conversations',
    about: { zh: '买家情感为负面的咨询会话', en: 'Inquiries whose buyer felt negative' },
    formula: 'inquiries with negative sentiment',
    unit: 'count',
    expression: value(rows('conversation', sql`inquired AND sentiment = 'negative'`)),
  }),
  sentiment({
    id: 'positiveShare',
    zh: '正面会话占比',
    en: 'Positive share',
    about: { zh: '正面会话占咨询会话的比例', en: 'Positive conversations among inquiries' },
    formula: 'positive conversations / inquiries',
    unit: 'share',
    expression: share('conversation', sql`sentiment = 'positive'`, inquired),
  }),
  sentiment({
    id: 'negativeShare',
    zh: '负面会话占比',
    en: 'Negative share',
    about: { zh: '负面会话占咨询会话的比例', en: 'Negative conversations among inquiries' },
    formula: 'negative conversations / inquiries',
    unit: 'share',
    expression: share('conversation', sql`sentiment = 'negative'`, inquired),
  }),
  sentiment({
    id: 'averageSentimentScore',
    zh: '平均情感分',
    en: 'Average sentiment score',
    about: { zh: '咨询会话情感分的平均值，−1…1', en: 'Mean sentiment score of inquiries, −1…1' },
    formula: 'mean(sentiment score)',
    unit: 'score',
    expression: value(mean('conversation', sql`sentiment_score`, inquired)),
  }),
  sentiment({
    id: 'negativeMessages',
    zh: '负面消息数',
    en: 'Negative messages',
    about: { zh: '情感为负面的买家消息', en: 'Buyer messages with negative sentiment' },
    formula: 'buyer messages with negative sentiment',
    unit: 'count',
    expression: value(rows('message', sql`role = 'buyer' AND sentiment = 'negative'`)),
  }),
  sentiment({
    id: 'positiveMessageShare',
    zh: '正面消息占比',
    en: 'Positive message share',
    about: {
      zh: '正面消息占有情感判断的买家消息的比例',
      en: 'Positive messages among judged buyer messages',
    },
    formula: 'positive buyer messages / judged buyer messages',
    unit: 'share',
    expression: share('message', sql`sentiment = 'positive'`, spoken),
  }),
  sentiment({
    id: 'negativeMessageShare',
    zh: '负面消息占比',
    en: 'Negative message share',
    about: {
      zh: '负面消息占有情感判断的买家消息的比例',
      en: 'Negative messages among judged buyer messages',
    },
    formula: 'negative buyer messages / judged buyer messages',
    unit: 'share',
    expression: share('message', sql`sentiment = 'negative'`, spoken),
  }),
  sentiment({
    id: 'netMessageSentiment',
    zh: '消息净情感',
    en: 'Net message sentiment',
    about: {
      zh: '买家消息正面占比减负面占比，−100…100',
      en: 'Positive minus negative share of buyer messages',
    },
    formula: '(positive − negative) / judged buyer messages × 100',
    unit: 'points',
    expression: ratio(sum('message', netOf, spoken), rows('message', spoken), 100),
  }),
  sentiment({
    id: 'moodWorsened',
    zh: '情绪恶化会话数',
    en: 'Conversations that worsened',
    about: {
      zh: '结尾比开头情感分低 0.3 及以上的咨询会话',
      en: 'Inquiries that closed at least 0.3 below their opening',
    },
    formula: 'inquiries with closing − opening ≤ −0.3',
    unit: 'count',
    expression: value(rows('conversation', sql`inquired AND ${worsened}`)),
  }),
  sentiment({
    id: 'moodImproved',
    zh: '情绪好转会话数',
    en: 'Conversations that improved',
    about: {
      zh: '结尾比开头情感分高 0.3 及以上的咨询会话',
      en: 'Inquiries that closed at least 0.3 above their opening',
    },
    formula: 'inquiries with closing − opening ≥ 0.3',
    unit: 'count',
    expression: value(rows('conversation', sql`inquired AND ${improved}`)),
  }),
  sentiment({
    id: 'moodWorsenedShare',
    zh: '情绪恶化率',
    en: 'Worsened share',
    about: { zh: '情绪恶化会话占咨询会话的比例', en: 'Inquiries that worsened' },
    formula: 'worsened conversations / inquiries',
    unit: 'share',
    expression: share('conversation', worsened, inquired),
  }),
  sentiment({
    id: 'moodImprovedShare',
    zh: '情绪好转率',
    en: 'Improved share',
    about: { zh: '情绪好转会话占咨询会话的比例', en: 'Inquiries that improved' },
    formula: 'improved conversations / inquiries',
    unit: 'share',
    expression: share('conversation', improved, inquired),
  }),
]
