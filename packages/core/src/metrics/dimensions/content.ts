import { sql } from '../../access/sql/nodes.ts'
import { dimension, on } from '../dimension.ts'
import { improved, worsened } from '../definitions/sentiment.ts'

const sentimentOfPolarity = sql`multiIf(polarity > 0, 'positive', polarity < 0, 'negative', 'neutral')`

/** What a conversation, message or review is about and how it feels. */
export const contentDimensions = [
  dimension('scene', '咨询场景', 'Scene', on(['conversation', 'opinion'], sql`scene`)),
  dimension(
    'sceneLevel1',
    '一级场景',
    'Scene level 1',
    on(['conversation', 'opinion'], sql`splitByChar('/', toString(scene))[1]`),
  ),
  /** Every scene of a conversation; `scene` is the main one, so its counts sum to the total. */
  dimension('anyScene', '涉及场景', 'Any scene', { conversation: { value: sql`scenes`, array: true } }),
  dimension('stage', '阶段', 'Stage', on(['conversation', 'message', 'opinion'], sql`stage`)),
  dimension('sentiment', '情感', 'Sentiment', {
    ...on(['conversation', 'message', 'review', 'surveyAnswer'], sql`sentiment`),
    opinion: sentimentOfPolarity,
  }),
  dimension('mood', '情绪变化', 'Mood change', {
    conversation: sql`multiIf(${worsened}, 'worsened', ${improved}, 'improved', 'steady')`,
  }),
  dimension(
    'intent',
    '意图',
    'Intent',
    on(['conversation', 'message'], { value: sql`intents`, array: true }),
  ),
  dimension('purchaseIntent', '意向度', 'Purchase intent', { conversation: sql`purchase_intent` }),
  dimension('role', '发言角色', 'Role', on(['message', 'opinion'], sql`role`)),
  dimension('messageKind', '消息类型', 'Message kind', { message: sql`kind` }),
  dimension('automatic', '自动消息', 'Automatic', { message: sql`automatic` }),
  dimension('conversation', '会话', 'Conversation', {
    ...on(['conversation', 'message'], sql`conversation_id`),
    opinion: sql`if(subject_kind = 'conversation', toString(subject_id), '')`,
  }),
  dimension('review', '评论', 'Review', {
    ...on(['review'], sql`review_id`),
    opinion: sql`if(subject_kind = 'review', toString(subject_id), '')`,
  }),
]
