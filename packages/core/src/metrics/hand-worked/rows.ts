import type { ConversationRow } from '@kesheng/contracts/facts/conversation'
import type { MessageRow } from '@kesheng/contracts/facts/message'
import type { OpinionRow } from '@kesheng/contracts/facts/opinion'
import type { OrderLineRow, RefundRow } from '@kesheng/contracts/facts/order'
import type { ReviewRow } from '@kesheng/contracts/facts/review'
import type { SurveyAnswerRow } from '@kesheng/contracts/facts/survey-answer'

/** Rows that state only what matters to the figure they are for; the rest is filled in here. */
export const tenantId = 'hand'

/** Readable ids: the kind's number and the row's, e.g. `00000003-0000-4000-8000-000000000012`. */
const id = (kind: number) => (at: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(at).padStart(12, '0')}`

export const buyerId = id(1)
export const conversationId = id(2)
export const messageId = id(3)
export const opinionId = id(4)
export const orderLineId = id(5)
export const refundId = id(6)
export const reviewId = id(7)
export const answerId = id(8)
export const responseId = id(9)
const importId = id(10)(1)

/** A Beijing time of March 2026, e.g. `at('02 10:00')`; 2 March is a Monday. */
export function at(dayAndTime: string): number {
  return Date.parse(`2026-03-${dayAndTime.replace(' ', 'T')}+08:00`)
}

export const shops = { tmall: 'tmall/晴川旗舰店', jd: 'jd/晴川自营店', douyin: 'douyin/晴川小店' } as const
export type ShopPlatform = keyof typeof shops

/** Agent account of a shop. */
export const agentOf = (platform: ShopPlatform, name: string): string => `${shops[platform]}:${name}`

const day = (time: number) => Math.floor(time / 86_400_000)
const common = (time: number, platform: ShopPlatform) => ({
  tenantId,
  day: day(time),
  bucket: 0,
  timeAssumed: false,
  platform: platform as string,
  shopId: shops[platform] as string,
  productId: '',
  productName: '',
  ownership: 'own',
  sourceId: 'hand-source',
  importId,
  line: 1,
  version: 1,
  deleted: false,
})
const unmasked = { sealedText: '', maskStarts: [], maskEnds: [], maskKinds: [] }

type Stated<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Row> & { shop?: ShopPlatform }

export function conversation(
  stated: Stated<ConversationRow, 'conversationId' | 'buyerId' | 'startedAt'> & { agent?: string },
): ConversationRow {
  const { shop = 'tmall', agent, ...row } = stated
  const counts = [row.buyerMessageCount ?? 0, row.agentMessageCount ?? 0, row.automaticMessageCount ?? 0]
  const agentId = agent === undefined ? '' : agentOf(shop, agent)
  return {
    ...common(row.startedAt, shop),
    threadId: row.buyerId,
    endedAt: row.startedAt + (row.durationSeconds ?? 0) * 1000,
    channel: '',
    agentId,
    agentIds: agentId === '' ? [] : [agentId],
    sessionKey: '',
    buyerName: '',
    messageCount: counts.reduce((total, count) => total + count, 0),
    buyerMessageCount: 0,
    agentMessageCount: 0,
    automaticMessageCount: 0,
    inquired: true,
    served: agentId !== '',
    effective: agentId !== '',
    timed: true,
    firstResponseSeconds: null,
    rounds: 0,
    answeredRounds: 0,
    responseSecondsSum: 0,
    longestWaitSeconds: null,
    roundsWithin30: 0,
    roundsWithin180: 0,
    slowRounds: 0,
    durationSeconds: 0,
    sentiment: 'neutral',
    sentimentScore: 0,
    sentimentOpening: 0,
    sentimentClosing: 0,
    scene: '',
    scenes: [],
    stage: 'presale',
    intents: [],
    purchaseIntent: '',
    opinionCount: 0,
    negativeOpinionCount: 0,
    preview: '',
    orderIds: [],
    presaleInquiry: false,
    ordered: false,
    converted: false,
    attributedAmount: 0,
    rating: null,
    analyzer: 'hand',
    ...row,
  }
}

export function message(
  stated: Stated<MessageRow, 'messageId' | 'conversationId' | 'buyerId' | 'sentAt' | 'role' | 'text'>,
): MessageRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.sentAt, shop),
    ...unmasked,
    threadId: row.buyerId,
    channel: '',
    agentId: '',
    buyerName: '',
    kind: 'text',
    automatic: false,
    sessionKey: '',
    ordinal: 0,
    orderIds: [],
    position: 0,
    sentiment: '',
    sentimentScore: 0,
    sentimentConfidence: 0,
    intents: [],
    responseSeconds: null,
    stage: 'presale',
    analyzer: 'hand',
    ...row,
  }
}

export function opinion(
  stated: Stated<OpinionRow, 'opinionId' | 'subjectId' | 'buyerId' | 'occurredAt' | 'polarity' | 'level3'>,
): OpinionRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.occurredAt, shop),
    subjectKind: 'conversation',
    textId: row.subjectId,
    agentId: '',
    stage: 'presale',
    scene: '',
    role: 'buyer',
    dimension: 'product',
    department: '产品部',
    level1: '产品',
    level2: '体验',
    aspectId: row.level3,
    strength: 1,
    start: 0,
    end: 1,
    quote: '',
    confidence: 1,
    decidedBy: 'rule',
    decider: 'hand@1',
    ...row,
  }
}

export function orderLine(
  stated: Stated<
    OrderLineRow,
    'orderLineId' | 'orderId' | 'buyerId' | 'orderedAt' | 'quantity' | 'paidAmount'
  >,
): OrderLineRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.orderedAt, shop),
    buyerName: '',
    skuName: '',
    listAmount: row.paidAmount,
    paidAt: row.orderedAt,
    status: 'completed',
    province: '浙江',
    refundedAmount: 0,
    ...row,
  }
}

export function refund(
  stated: Stated<RefundRow, 'refundId' | 'orderId' | 'buyerId' | 'appliedAt' | 'amount'>,
): RefundRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.appliedAt, shop),
    platformRefundId: '',
    buyerName: '',
    status: '退款成功',
    reason: '',
    qualityReason: false,
    platformAssist: false,
    phase: 'aftersale',
    province: '浙江',
    ...row,
  }
}

export function review(stated: Stated<ReviewRow, 'reviewId' | 'buyerId' | 'reviewedAt' | 'text'>): ReviewRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.reviewedAt, shop),
    ...unmasked,
    buyerName: '',
    orderId: '',
    skuName: '',
    score: null,
    rating: '',
    appendText: '',
    appendedAt: null,
    reply: '',
    repliedAt: null,
    tags: [],
    imageCount: 0,
    blank: false,
    sentiment: 'neutral',
    sentimentScore: 0,
    sentimentConfidence: 1,
    opinionCount: 0,
    negativeOpinionCount: 0,
    analyzer: 'hand',
    ...row,
  }
}

export function surveyAnswer(
  stated: Stated<
    SurveyAnswerRow,
    'answerId' | 'responseId' | 'buyerId' | 'answeredAt' | 'questionKind' | 'score'
  >,
): SurveyAnswerRow {
  const { shop = 'tmall', ...row } = stated
  return {
    ...common(row.answeredAt, shop),
    ...unmasked,
    surveyId: 'hand-survey',
    questionId: row.questionKind,
    questionText: row.questionKind,
    scaleMinimum: null,
    scaleMaximum: null,
    choice: '',
    text: '',
    agentId: '',
    orderId: '',
    sentiment: '',
    sentimentScore: 0,
    sentimentConfidence: 0,
    opinionCount: 0,
    analyzer: 'hand',
    ...row,
  }
}
