import { sql } from '../../access/sql/nodes.ts'
import { mean, ratio, rows, share, sum, value } from '../measures.ts'
import { metric } from '../metric.ts'
import { netOf } from './sentiment.ts'

const reviews = (definition: Parameters<typeof metric>[1]) => metric('reviews', definition)

const rated = sql`rating != ''`
/** Platform default texts say nothing and stay out of what the words mean. */
const written = sql`NOT blank`

/** What buyers wrote under the products. */
export const reviewMetrics = [
  reviews({
    id: 'reviews',
    zh: '评论数',
    en: 'Reviews',
    about: { zh: '全部评论，含系统默认好评', en: 'All reviews, platform default texts too' },
    formula: 'reviews',
    unit: 'count',
    expression: value(rows('review')),
  }),
  reviews({
    id: 'writtenReviews',
    zh: '有内容评论数',
    en: 'Written reviews',
    about: { zh: '买家写了内容的评论', en: 'Reviews in which the buyer wrote something' },
    formula: 'reviews that are not blank',
    unit: 'count',
    expression: value(rows('review', written)),
  }),
  reviews({
    id: 'averageReviewScore',
    zh: '评论均分',
    en: 'Average review score',
    about: { zh: '评论星级的平均值，1–5', en: 'Mean stars of reviews, 1–5' },
    formula: 'mean(score)',
    unit: 'score',
    expression: value(mean('review', sql`score`, sql`score IS NOT NULL`)),
  }),
  reviews({
    id: 'badReviews',
    zh: '差评数',
    en: 'Bad reviews',
    about: { zh: '评级为差评的评论', en: 'Reviews rated bad' },
    formula: 'reviews with rating = bad',
    unit: 'count',
    expression: value(rows('review', sql`rating = 'bad'`)),
  }),
  reviews({
    id: 'goodReviewRate',
    zh: '好评率',
    en: 'Good review rate',
    about: { zh: '好评占有评级评论的比例', en: 'Good reviews among rated reviews' },
    formula: 'good / rated reviews',
    unit: 'share',
    expression: share('review', sql`rating = 'good'`, rated),
  }),
  reviews({
    id: 'badReviewRate',
    zh: '差评率',
    en: 'Bad review rate',
    about: { zh: '差评占有评级评论的比例', en: 'Bad reviews among rated reviews' },
    formula: 'bad / rated reviews',
    unit: 'share',
    expression: share('review', sql`rating = 'bad'`, rated),
  }),
  reviews({
    id: 'mediumBadReviewRate',
    zh: '中差评率',
    en: 'Medium and bad review rate',
    about: { zh: '中评和差评占有评级评论的比例', en: 'Neutral and bad reviews among rated reviews' },
    formula: '(neutral + bad) / rated reviews',
    unit: 'share',
    expression: share('review', sql`rating IN ('neutral', 'bad')`, rated),
  }),
  reviews({
    id: 'negativeReviewShare',
    zh: '负面评论占比',
    en: 'Negative review share',
    about: {
      zh: '内容情感为负面的评论占比，不看星级',
      en: 'Written reviews with negative words, whatever the stars',
    },
    formula: 'negative / written reviews',
    unit: 'share',
    expression: share('review', sql`sentiment = 'negative'`, written),
  }),
  reviews({
    id: 'reviewNetSentiment',
    zh: '评论净情感',
    en: 'Net review sentiment',
    about: { zh: '评论正面占比减负面占比，−100…100', en: 'Positive minus negative share of written reviews' },
    formula: '(positive − negative) / written reviews × 100',
    unit: 'points',
    expression: ratio(sum('review', netOf, written), rows('review', written), 100),
  }),
  reviews({
    id: 'appendedReviewShare',
    zh: '追评率',
    en: 'Follow-up share',
    about: { zh: '有追评的评论占比', en: 'Reviews with a follow-up' },
    formula: 'reviews with 追评 / reviews',
    unit: 'share',
    expression: share('review', sql`append_text != ''`),
  }),
  reviews({
    id: 'repliedReviewShare',
    zh: '评论回复率',
    en: 'Replied review share',
    about: { zh: '商家回复过的评论占比', en: 'Reviews the shop replied to' },
    formula: 'reviews with a reply / reviews',
    unit: 'share',
    expression: share('review', sql`reply != ''`),
  }),
  reviews({
    id: 'pictureReviewShare',
    zh: '晒图率',
    en: 'Picture review share',
    about: { zh: '带图的评论占比', en: 'Reviews with pictures' },
    formula: 'reviews with images / reviews',
    unit: 'share',
    expression: share('review', sql`image_count > 0`),
  }),
]
