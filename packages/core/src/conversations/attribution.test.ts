import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attribute,
  type AttributedConversation,
  type AttributedOrder,
  type AttributedRating,
  type Attribution,
} from './attribution.ts'

const hour = 3_600_000
const noon = Date.UTC(2026, 2, 1, 12)
const settings = { windowHours: 72, lookBackDays: 21 }

const talk = (hours: number, change: Partial<AttributedConversation> = {}): AttributedConversation => ({
  conversationId: `c${hours}`,
  sessionKey: '',
  buyerId: 'b',
  shopId: 's',
  agentId: 'a',
  startedAt: noon + hours * hour,
  timeAssumed: false,
  served: true,
  quotedOrderIds: [],
  ...change,
})
const order = (hours: number, change: Partial<AttributedOrder> = {}): AttributedOrder => ({
  orderId: `o${hours}`,
  buyerId: 'b',
  anonymous: false,
  shopId: 's',
  orderedAt: noon + hours * hour,
  paid: true,
  paidAmount: 100,
  ...change,
})
const rating = (hours: number, change: Partial<AttributedRating> = {}): AttributedRating => ({
  sessionReference: '',
  buyerId: 'b',
  agentId: 'a',
  ratedAt: noon + hours * hour,
  score: 5,
  ...change,
})

interface Case {
  name: string
  talks: AttributedConversation[]
  orders?: AttributedOrder[]
  ratings?: AttributedRating[]
  /** What becomes of the first conversation. */
  expected: Partial<Attribution>
}

const lost: Partial<Attribution> = { converted: false, attributedAmount: 0 }

const cases: Case[] = [
  {
    name: 'no order',
    talks: [talk(0)],
    expected: { ...lost, ordered: false, presaleInquiry: true, orderIds: [] },
  },
  {
    name: 'ordered and paid within the window',
    talks: [talk(0)],
    orders: [order(5)],
    expected: {
      ordered: true,
      converted: true,
      attributedAmount: 100,
      orderIds: ['o5'],
      presaleInquiry: true,
    },
  },
  {
    name: 'ordered, not paid',
    talks: [talk(0)],
    orders: [order(5, { paid: false })],
    expected: { ...lost, ordered: true },
  },
  {
    name: 'on the last hour of the window',
    talks: [talk(0)],
    orders: [order(72)],
    expected: { converted: true },
  },
  { name: 'after the window', talks: [talk(0)], orders: [order(73)], expected: { ...lost, ordered: false } },
  {
    name: 'bought before: not an inquiry before a sale',
    talks: [talk(0)],
    orders: [order(-5)],
    expected: { ...lost, ordered: false, presaleInquiry: false },
  },
  {
    name: 'bought before and again after',
    talks: [talk(0)],
    orders: [order(-5), order(5)],
    expected: { converted: true, presaleInquiry: true },
  },
  {
    name: 'bought before the look-back',
    talks: [talk(0)],
    orders: [order(-22 * 24)],
    expected: { presaleInquiry: true },
  },
  {
    name: 'an unpaid order before does not count',
    talks: [talk(0)],
    orders: [order(-5, { paid: false })],
    expected: { presaleInquiry: true },
  },
  {
    name: 'a later chat before the order wins it',
    talks: [talk(0), talk(10)],
    orders: [order(20)],
    expected: { ...lost, ordered: true, orderIds: ['o20'] },
  },
  {
    name: 'a later chat that nobody served wins nothing',
    talks: [talk(0), talk(10, { served: false })],
    orders: [order(20)],
    expected: { converted: true },
  },
  {
    name: 'a chat after the order wins nothing',
    talks: [talk(0), talk(30)],
    orders: [order(20)],
    expected: { converted: true },
  },
  {
    name: 'nobody served',
    talks: [talk(0, { served: false })],
    orders: [order(5)],
    expected: { ...lost, ordered: true, presaleInquiry: false },
  },
  {
    name: 'another shop',
    talks: [talk(0)],
    orders: [order(5, { shopId: 'r' })],
    expected: { ...lost, ordered: false },
  },
  {
    name: 'another buyer',
    talks: [talk(0)],
    orders: [order(5, { buyerId: 'x' })],
    expected: { ...lost, ordered: false },
  },
  {
    name: 'two orders',
    talks: [talk(0)],
    orders: [order(5), order(6, { paidAmount: 50 })],
    expected: { converted: true, attributedAmount: 150 },
  },
  {
    name: 'a quoted order of an export without buyers',
    talks: [talk(0, { quotedOrderIds: ['o5'] })],
    orders: [order(5, { buyerId: 'row', anonymous: true })],
    expected: { converted: true, orderIds: ['o5'] },
  },
  {
    name: 'a quoted order of somebody else is linked, not won',
    talks: [talk(0, { quotedOrderIds: ['o5'] })],
    orders: [order(5, { buyerId: 'x' })],
    expected: { ...lost, orderIds: ['o5'] },
  },
  {
    name: 'a quoted older order is linked, not won',
    talks: [talk(0, { quotedOrderIds: ['o-9'] })],
    orders: [order(-9)],
    expected: { ...lost, orderIds: ['o-9'], presaleInquiry: false },
  },
  {
    name: 'assumed times win nothing',
    talks: [talk(0, { timeAssumed: true })],
    orders: [order(5)],
    expected: lost,
  },
  {
    name: 'an order without a time is not won',
    talks: [talk(0)],
    orders: [order(5, { orderedAt: null })],
    expected: lost,
  },
  { name: 'rated by this buyer', talks: [talk(0)], ratings: [rating(1)], expected: { rating: 5 } },
  {
    name: 'the last rating counts',
    talks: [talk(0)],
    ratings: [rating(2, { score: 1 }), rating(1)],
    expected: { rating: 1 },
  },
  { name: 'rated before', talks: [talk(0)], ratings: [rating(-1)], expected: { rating: null } },
  { name: 'rated two days later', talks: [talk(0)], ratings: [rating(49)], expected: { rating: null } },
  {
    name: 'another agent was rated',
    talks: [talk(0)],
    ratings: [rating(1, { agentId: 'z' })],
    expected: { rating: null },
  },
  {
    name: 'the later chat was rated',
    talks: [talk(0), talk(2)],
    ratings: [rating(3)],
    expected: { rating: null },
  },
  {
    name: 'the rating names the session',
    talks: [talk(0, { sessionKey: 'k' }), talk(2)],
    ratings: [rating(99, { sessionReference: 'ref-k', buyerId: 'unknown' })],
    expected: { rating: 5 },
  },
]

const referenceOf = ({ sessionKey }: AttributedConversation): string =>
  sessionKey === '' ? '' : `ref-${sessionKey}`

describe('attribution', () => {
  test.each(cases)('$name', ({ talks, orders = [], ratings = [], expected }) => {
    const result = attribute(talks, orders, ratings, settings, referenceOf)
    expect(result.get(talks[0]?.conversationId ?? '')).toMatchObject(expected)
  })

  test('an order is won once, and what is won adds up', () => {
    const talks = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 12 })
    const times = fc.uniqueArray(fc.integer({ min: -100, max: 300 }), { maxLength: 12 })
    fc.assert(
      fc.property(talks, times, (starts, orderTimes) => {
        const conversations = starts.map((hours) => talk(hours, { served: hours % 3 !== 0 }))
        const orders = orderTimes.map((hours) => order(hours))
        const result = attribute(conversations, orders, [], settings, referenceOf)
        const won = [...result.values()].reduce((sum, each) => sum + each.attributedAmount, 0)
        const winnable = orderTimes.filter((hours) =>
          starts.some((each) => each % 3 !== 0 && hours > each && hours <= each + 72),
        )
        expect(won).toBe(winnable.length * 100)
      }),
    )
  })
})
