import { sql } from '../../access/sql/nodes.ts'
import { dimension, on } from '../dimension.ts'

const score = sql`ifNull(toString(score), '')`

/** What came of it: service, orders, refunds, reviews, answers. */
export const outcomeDimensions = [
  dimension('served', '已接待', 'Served', { conversation: sql`served` }),
  dimension('presaleInquiry', '询单', 'Pre-sale inquiry', { conversation: sql`presale_inquiry` }),
  dimension('converted', '已成交', 'Converted', { conversation: sql`converted` }),
  dimension('rating', '客服评价', 'Agent rating', { conversation: sql`ifNull(toString(rating), '')` }),
  dimension('orderStatus', '订单状态', 'Order status', { order: sql`status` }),
  dimension('order', '订单', 'Order', on(['order', 'refund', 'review', 'surveyAnswer'], sql`order_id`)),
  dimension('refundReason', '退款原因', 'Refund reason', { refund: sql`reason` }),
  dimension('refundStatus', '退款状态', 'Refund status', { refund: sql`status` }),
  dimension('refundPhase', '退款阶段', 'Refund phase', { refund: sql`phase` }),
  dimension('qualityReason', '品质原因', 'Quality reason', { refund: sql`quality_reason` }),
  dimension('reviewRating', '评级', 'Review rating', { review: sql`rating` }),
  dimension('reviewTag', '评论标签', 'Review tag', { review: { value: sql`tags`, array: true } }),
  dimension('blank', '无内容评论', 'Blank review', { review: sql`blank` }),
  dimension('score', '评分', 'Score', on(['review', 'surveyAnswer'], score)),
  dimension('surveyId', '问卷', 'Survey', { surveyAnswer: sql`survey_id` }),
  dimension('questionId', '题目 ID', 'Question id', { surveyAnswer: sql`question_id` }),
  dimension('questionText', '题目', 'Question', { surveyAnswer: sql`question_text` }),
  dimension('questionKind', '题型', 'Question kind', { surveyAnswer: sql`question_kind` }),
  dimension('choice', '选项', 'Choice', { surveyAnswer: sql`choice` }),
]
