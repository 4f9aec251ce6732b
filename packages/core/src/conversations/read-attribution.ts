import { conversationFact, type ConversationRow } from '@kesheng/contracts/facts/conversation'
import { orderLineFact, type OrderLineRow } from '@kesheng/contracts/facts/order'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { FactStore } from '../facts/ports.ts'
import { slices, where } from '../facts/where.ts'
import { isMaskedName } from '../identity/buyer-key.ts'
import {
  ratingDays,
  type AttributedConversation,
  type AttributedOrder,
  type AttributedRating,
} from './attribution.ts'

/** Days and buckets, both ends included; only some buyers when given. */
export interface BuyerRange {
  tenantId: string
  dayFrom: number
  dayTo: number
  bucketFrom: number
  bucketTo: number
  buyerIds?: readonly string[]
}

/** Above this the whole bucket range is read: cheaper than many statements. */
const buyersPerStatement = 1000

const buyerTest = (range: BuyerRange) =>
  range.buyerIds !== undefined && range.buyerIds.length <= buyersPerStatement
    ? { buyerId: { in: range.buyerIds } }
    : {}

const bucketTest = (range: BuyerRange) => ({ bucket: { from: range.bucketFrom, to: range.bucketTo } })

function isPaidLine(line: Pick<OrderLineRow, 'paidAt' | 'status'>): boolean {
  return line.paidAt !== null || ['paid', 'shipped', 'completed', 'refunding'].includes(line.status)
}

const orderColumns = [
  'orderId',
  'buyerId',
  'buyerName',
  'shopId',
  'orderedAt',
  'timeAssumed',
  'paidAmount',
  'paidAt',
  'status',
] as const

/** One order from its lines. */
export function ordersOf(
  lines: readonly Pick<OrderLineRow, (typeof orderColumns)[number]>[],
): AttributedOrder[] {
  const orders = new Map<string, AttributedOrder>()
  for (const line of lines) {
    const key = `${line.shopId}|${line.orderId}`
    const paid = isPaidLine(line)
    const order = orders.get(key)
    if (order === undefined) {
      orders.set(key, {
        orderId: line.orderId,
        buyerId: line.buyerId,
        anonymous: line.buyerName === '' || isMaskedName(line.buyerName),
        shopId: line.shopId,
        orderedAt: line.timeAssumed ? null : line.orderedAt,
        paid,
        paidAmount: line.paidAmount,
      })
    } else {
      order.paid ||= paid
      order.paidAmount += line.paidAmount
    }
  }
  return [...orders.values()]
}

/** Orders of the range's buyers, and those of other buyers whose numbers were quoted. */
export async function readOrders(
  facts: FactStore,
  range: BuyerRange,
  quotedOrderIds: readonly string[],
): Promise<AttributedOrder[]> {
  const { tenantId, dayFrom, dayTo } = range
  const day = { from: dayFrom, to: dayTo }
  const options = { columns: orderColumns, maxSeconds: 120 }
  const own = where(orderLineFact, { tenantId, day, ...bucketTest(range), ...buyerTest(range) })
  const lines = [...(await facts.read(orderLineFact, own, options))]
  const known = new Set(lines.map((line) => line.orderId))
  const unknown = [...new Set(quotedOrderIds)].filter((id) => !known.has(id))
  for (const slice of slices(unknown))
    lines.push(
      ...(await facts.read(
        orderLineFact,
        where(orderLineFact, { tenantId, day, orderId: { in: slice } }),
        options,
      )),
    )
  return ordersOf(lines)
}

/** Ratings given on the range's days and the day after, of all buyers: many name a session instead of a buyer. */
export async function readRatings(facts: FactStore, range: BuyerRange): Promise<AttributedRating[]> {
  const { tenantId, dayFrom, dayTo } = range
  const condition = where(surveyAnswerFact, {
    tenantId,
    day: { from: dayFrom, to: dayTo + ratingDays },
    questionKind: 'agentRating',
  })
  const columns = ['responseId', 'buyerId', 'agentId', 'answeredAt', 'timeAssumed', 'score'] as const
  const rows = await facts.read(surveyAnswerFact, condition, { columns })
  return rows.flatMap(({ responseId, buyerId, agentId, answeredAt, timeAssumed, score }) =>
    score === null
      ? []
      : [{ sessionReference: responseId, buyerId, agentId, ratedAt: timeAssumed ? null : answeredAt, score }],
  )
}

const conversationColumns = [
  'tenantId',
  'day',
  'bucket',
  'conversationId',
  'sessionKey',
  'buyerId',
  'shopId',
  'agentId',
  'startedAt',
  'timeAssumed',
  'served',
  'orderIds',
  'ordered',
  'converted',
  'attributedAmount',
  'presaleInquiry',
  'rating',
] as const

export type NarrowConversation = Pick<ConversationRow, (typeof conversationColumns)[number]>

export function readConversations(facts: FactStore, range: BuyerRange): Promise<NarrowConversation[]> {
  const { tenantId, dayFrom, dayTo } = range
  const tests = { tenantId, day: { from: dayFrom, to: dayTo }, ...bucketTest(range), ...buyerTest(range) }
  return facts.read(conversationFact, where(conversationFact, tests), {
    columns: conversationColumns,
    maxSeconds: 120,
  })
}

export function attributedConversation(row: NarrowConversation): AttributedConversation {
  const { conversationId, sessionKey, buyerId, shopId, agentId, startedAt, timeAssumed, served } = row
  const quotedOrderIds = row.orderIds
  return {
    conversationId,
    sessionKey,
    buyerId,
    shopId,
    agentId,
    startedAt,
    timeAssumed,
    served,
    quotedOrderIds,
  }
}
