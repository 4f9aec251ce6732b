import type { IntakeKind } from './kinds.ts'

export interface CanonicalField {
  id: string
  zh: string
  en: string
  type: 'text' | 'time' | 'number' | 'money' | 'choice' | 'flag'
  required?: boolean
}

const field = (
  id: string,
  zh: string,
  en: string,
  type: CanonicalField['type'] = 'text',
  required = false,
): CanonicalField => ({ id, zh, en, type, ...(required ? { required } : {}) })

const shop = [
  field('platform', '平台', 'Platform'),
  field('shop', '店铺', 'Shop'),
  field('buyer', '买家', 'Buyer'),
]
const product = [
  field('productId', '商品 ID', 'Product id'),
  field('productName', '商品名称', 'Product name'),
  field('orderId', '订单号', 'Order id'),
]

/** The fields each kind can be mapped to; the wizard, the presets and the intake API use the same names. */
export const canonicalFields: Record<IntakeKind, readonly CanonicalField[]> = {
  chats: [
    field('text', '内容', 'Text', 'text', true),
    field('sentAt', '发送时间', 'Sent at', 'time', true),
    field('role', '发送方角色', 'Role', 'choice'),
    field('sender', '发送人', 'Sender'),
    field('receiver', '接收人', 'Receiver'),
    field('agent', '客服', 'Agent'),
    ...shop,
    field('channel', '渠道', 'Channel'),
    field('sessionId', '会话 ID', 'Session id'),
    field('messageId', '消息 ID', 'Message id'),
    field('messageKind', '消息类型', 'Message kind', 'choice'),
    field('automatic', '自动回复', 'Automatic', 'flag'),
    ...product,
  ],
  conversations: [
    field('transcript', '聊天记录', 'Transcript'),
    field('turns', '对话轮次', 'Turns'),
    field('sessionId', '会话 ID', 'Session id'),
    field('startedAt', '开始时间', 'Started at', 'time'),
    field('repliedAt', '首次回复时间', 'First reply at', 'time'),
    field('endedAt', '结束时间', 'Ended at', 'time'),
    field('agent', '客服', 'Agent'),
    ...shop,
    field('channel', '渠道', 'Channel'),
    ...product,
  ],
  reviews: [
    field('text', '评价内容', 'Text', 'text', true),
    field('reviewedAt', '评价时间', 'Reviewed at', 'time', true),
    field('score', '评分', 'Score', 'number'),
    field('rating', '好中差评', 'Rating', 'choice'),
    field('reviewId', '评价 ID', 'Review id'),
    ...shop,
    ...product,
    field('skuName', '规格', 'SKU'),
    field('appendText', '追评内容', 'Follow-up text'),
    field('appendedAt', '追评时间', 'Follow-up at', 'time'),
    field('reply', '商家回复', 'Reply'),
    field('repliedAt', '回复时间', 'Replied at', 'time'),
    field('tags', '标签', 'Tags'),
    field('imageCount', '图片数', 'Images', 'number'),
  ],
  orders: [
    field('orderId', '订单号', 'Order id', 'text', true),
    field('orderedAt', '下单时间', 'Ordered at', 'time', true),
    field('paidAt', '付款时间', 'Paid at', 'time'),
    field('paidAmount', '实付金额', 'Paid amount', 'money'),
    field('listAmount', '总金额', 'List amount', 'money'),
    field('refundedAmount', '退款金额', 'Refunded amount', 'money'),
    field('quantity', '数量', 'Quantity', 'number'),
    field('status', '订单状态', 'Status', 'choice'),
    field('lineId', '子订单号', 'Order line id'),
    ...shop,
    field('productId', '商品 ID', 'Product id'),
    field('productName', '商品名称', 'Product name'),
    field('skuName', '规格', 'SKU'),
    field('province', '省份', 'Province'),
  ],
  refunds: [
    field('refundId', '退款单号', 'Refund id'),
    field('orderId', '订单号', 'Order id'),
    field('appliedAt', '申请时间', 'Applied at', 'time', true),
    field('amount', '退款金额', 'Amount', 'money'),
    field('status', '状态', 'Status'),
    field('reason', '原因', 'Reason'),
    field('phase', '阶段', 'Phase', 'choice'),
    field('platformAssist', '平台介入', 'Platform assist', 'flag'),
    ...shop,
    field('productId', '商品 ID', 'Product id'),
    field('productName', '商品名称', 'Product name'),
    field('province', '省份', 'Province'),
  ],
  'survey-answers': [
    field('responseId', '答卷 ID', 'Response id'),
    field('answeredAt', '作答时间', 'Answered at', 'time', true),
    field('surveyId', '问卷', 'Survey'),
    field('questionId', '题目 ID', 'Question id'),
    field('questionText', '题目', 'Question'),
    field('questionKind', '题型', 'Question kind', 'choice'),
    field('score', '分数', 'Score', 'number'),
    field('choice', '选项', 'Choice'),
    field('text', '文字回答', 'Text'),
    field('agent', '客服', 'Agent'),
    ...shop,
    ...product,
  ],
  'agent-ratings': [
    field('agent', '客服', 'Agent', 'text', true),
    field('score', '评分', 'Score', 'number', true),
    field('ratedAt', '评价时间', 'Rated at', 'time', true),
    field('ratingId', '评价 ID', 'Rating id'),
    field('sessionId', '会话 ID', 'Session id'),
    field('text', '评语', 'Comment'),
    field('invitedBy', '邀评来源', 'Invited by', 'choice'),
    ...shop,
  ],
  'agent-status': [
    field('agent', '客服', 'Agent', 'text', true),
    field('changedAt', '变更时间', 'Changed at', 'time', true),
    field('status', '状态', 'Status', 'choice', true),
    field('platform', '平台', 'Platform'),
    field('shop', '店铺', 'Shop'),
  ],
  'operation-events': [
    field('eventType', '事件类型', 'Event type', 'text', true),
    field('name', '名称', 'Name', 'text', true),
    field('occurredAt', '时间', 'Occurred at', 'time', true),
    field('endsAt', '结束时间', 'Ends at', 'time'),
    field('phase', '阶段', 'Phase'),
    field('value', '数值', 'Value', 'number'),
    field('eventId', '事件 ID', 'Event id'),
    field('agent', '客服', 'Agent'),
    field('platform', '平台', 'Platform'),
    field('shop', '店铺', 'Shop'),
    field('productId', '商品 ID', 'Product id'),
  ],
}
