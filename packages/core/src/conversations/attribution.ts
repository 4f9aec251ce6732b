import { daysOfHours, millisecondsPerDay } from '../time/days.ts'

/** What attribution needs of a conversation. */
export interface AttributedConversation {
  conversationId: string
  sessionKey: string
  buyerId: string
  shopId: string
  agentId: string
  startedAt: number
  timeAssumed: boolean
  served: boolean
  /** Order ids written in the conversation. */
  quotedOrderIds: readonly string[]
}

export interface AttributedOrder {
  orderId: string
  buyerId: string
  /** The order file names no buyer, so a chat that quotes the order's number may claim it. */
  anonymous: boolean
  shopId: string
  /** Epoch ms; null when the file had no time. */
  orderedAt: number | null
  paid: boolean
  /** Sum over the order's lines, yuan. */
  paidAmount: number
}

export interface AttributedRating {
  /** Platform session the rating was given for (see `sessionReference`), or some other id. */
  sessionReference: string
  buyerId: string
  agentId: string
  ratedAt: number | null
  score: number
}

export interface AttributionSettings {
  windowHours: number
  lookBackDays: number
}

export interface Attribution {
  orderIds: string[]
  ordered: boolean
  converted: boolean
  attributedAmount: number
  presaleInquiry: boolean
  rating: number | null
}

/** Printed with the number. */
export const attributionRule = 'latest-served-before-order'

/** A rating comes within a day of the chat's start. */
export const ratingDays = 1

/** Whole storage days around a conversation's day whose orders matter to it. */
export function orderReach(settings: AttributionSettings): { before: number; after: number } {
  return { before: settings.lookBackDays, after: daysOfHours(settings.windowHours) }
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group === undefined) groups.set(key(value), [value])
    else group.push(value)
  }
  return groups
}

/** A buyer's order in the same shop after the start and within the window. */
function inWindow(
  conversation: AttributedConversation,
  order: AttributedOrder,
  settings: AttributionSettings,
): boolean {
  return (
    order.orderedAt !== null &&
    !conversation.timeAssumed &&
    order.shopId === conversation.shopId &&
    order.orderedAt > conversation.startedAt &&
    order.orderedAt <= conversation.startedAt + settings.windowHours * 3_600_000
  )
}

/** Each paid order goes to one conversation at most: the latest served one whose window it falls in. */
function winners(
  candidates: Map<AttributedConversation, AttributedOrder[]>,
): Map<string, AttributedConversation> {
  const winner = new Map<string, AttributedConversation>()
  for (const [conversation, orders] of candidates) {
    if (!conversation.served) continue
    for (const order of orders) {
      const other = winner.get(order.orderId)
      if (other === undefined || isLater(conversation, other)) winner.set(order.orderId, conversation)
    }
  }
  return winner
}

function isLater(a: AttributedConversation, b: AttributedConversation): boolean {
  return a.startedAt > b.startedAt || (a.startedAt === b.startedAt && a.conversationId > b.conversationId)
}

/** 询单: served, and the buyer had paid nothing in the look-back before the chat, or ordered again after it. */
function isPresaleInquiry(
  conversation: AttributedConversation,
  ownOrders: readonly AttributedOrder[],
  ordered: boolean,
  settings: AttributionSettings,
): boolean {
  if (!conversation.served) return false
  const { startedAt, shopId } = conversation
  const since = startedAt - settings.lookBackDays * millisecondsPerDay
  const boughtBefore = ownOrders.some(
    (order) =>
      order.paid &&
      order.shopId === shopId &&
      order.orderedAt !== null &&
      order.orderedAt >= since &&
      order.orderedAt <= startedAt,
  )
  return !boughtBefore || ordered
}

/** Given for this very session, or by this buyer to this agent within a day of the start. */
function isRated(conversation: AttributedConversation, reference: string, rating: AttributedRating): boolean {
  const sameAgent = rating.agentId === conversation.agentId
  const sameBuyer = rating.buyerId === conversation.buyerId
  if (reference !== '' && rating.sessionReference === reference) return sameAgent || sameBuyer
  const { ratedAt } = rating
  if (!sameAgent || !sameBuyer || ratedAt === null || conversation.timeAssumed) return false
  const { startedAt } = conversation
  return ratedAt >= startedAt && ratedAt <= startedAt + ratingDays * millisecondsPerDay
}

/** Each rating goes to one conversation: the one of its session, else the latest that fits; the last rating counts. */
function rate(
  conversations: readonly AttributedConversation[],
  ratings: readonly AttributedRating[],
  sessionReferenceOf: (conversation: AttributedConversation) => string,
): Map<AttributedConversation, number> {
  const bySession = groupBy(conversations, sessionReferenceOf)
  const byBuyer = groupBy(conversations, (conversation) => conversation.buyerId)
  const result = new Map<AttributedConversation, number>()
  for (const rating of ratings.toSorted((a, b) => (a.ratedAt ?? 0) - (b.ratedAt ?? 0))) {
    const own = bySession.get(rating.sessionReference)
    const possible = own ?? byBuyer.get(rating.buyerId) ?? []
    const fitting = possible.filter((each) => isRated(each, own ? rating.sessionReference : '', rating))
    const rated = fitting.reduce<AttributedConversation | undefined>(
      (latest, each) => (latest === undefined || isLater(each, latest) ? each : latest),
      undefined,
    )
    if (rated !== undefined) result.set(rated, rating.score)
  }
  return result
}

/**
 * Ties orders and ratings to conversations. Give it all conversations that could compete for the orders, that is
 * those of the same buyers up to the end of the window, also when only some of the answers are wanted.
 *
 * An order belongs to a conversation when its buyer placed it in the same shop after the chat began and within the
 * window, or when it names no buyer, its number was written in the chat and it falls in the window. Any other number
 * written in the chat is linked (orderIds) but was not won by it.
 */
export function attribute(
  conversations: readonly AttributedConversation[],
  orders: readonly AttributedOrder[],
  ratings: readonly AttributedRating[],
  settings: AttributionSettings,
  sessionReferenceOf: (conversation: AttributedConversation) => string,
): Map<string, Attribution> {
  const byBuyer = groupBy(orders, (order) => order.buyerId)
  const byId = groupBy(orders, (order) => order.orderId)
  const rated = rate(conversations, ratings, sessionReferenceOf)
  const candidates = new Map<AttributedConversation, AttributedOrder[]>()
  for (const conversation of conversations) {
    const own = byBuyer.get(conversation.buyerId) ?? []
    const quoted = conversation.quotedOrderIds
      .flatMap((id) => byId.get(id) ?? [])
      .filter((order) => order.anonymous)
    const possible = [...new Set([...own, ...quoted])]
    candidates.set(
      conversation,
      possible.filter((order) => inWindow(conversation, order, settings)),
    )
  }
  const winner = winners(candidates)
  const result = new Map<string, Attribution>()
  for (const [conversation, windowOrders] of candidates) {
    const won = windowOrders.filter((order) => order.paid && winner.get(order.orderId) === conversation)
    const ordered = windowOrders.length > 0
    const own = byBuyer.get(conversation.buyerId) ?? []
    result.set(conversation.conversationId, {
      orderIds: [...new Set([...conversation.quotedOrderIds, ...windowOrders.map((order) => order.orderId)])],
      ordered,
      converted: won.length > 0,
      attributedAmount: won.reduce((sum, order) => sum + order.paidAmount, 0),
      presaleInquiry: isPresaleInquiry(conversation, own, ordered, settings),
      rating: rated.get(conversation) ?? null,
    })
  }
  return result
}
