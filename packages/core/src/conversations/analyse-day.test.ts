import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { messageFact, messageLog, type MessageLogRow } from '@kesheng/contracts/facts/message'
import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { orderLineFact, type OrderLineRow } from '@kesheng/contracts/facts/order'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../time/days.ts'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { logRow, samplePool, tenantId, workspaces } from '../testing/samples.ts'
import { analyseDay, type AnalyseDayPorts } from './analyse-day.ts'
import { attributeDays } from './attribute.ts'
import { tombstone } from './empty-row.ts'
import { createRangeLock } from './range-lock.ts'

const minute = 60_000
const day = 20_513
const midnight = day * 86_400_000
const morning = midnight + 120 * minute

function setUp(analyzer = 'sample@1') {
  const facts = new MemoryFacts()
  let now = 1_000_000
  let serial = 0
  const done: string[] = []
  const ports: AnalyseDayPorts = {
    facts,
    imports: { analysisDone: (importId) => Promise.resolve(void done.push(importId)) },
    workspaces,
    analyzerFor: () => Promise.resolve(samplePool(analyzer)),
    lock: createRangeLock(),
    clock: () => ++now,
  }
  const log = (rows: MessageLogRow[]) => facts.insert(messageLog, rows, `log${++serial}`)
  const analyse = (ofDay = day, change: object = {}) =>
    analyseDay(ports, { tenantId, day: ofDay, bucketFrom: 0, bucketTo: 255, ...change }, `job${++serial}`)
  return { facts, ports, done, log, analyse }
}

const shapes = (facts: MemoryFacts) =>
  facts
    .rows(conversationFact)
    .map((row) => `${(row.startedAt - midnight) / minute}+${row.messageCount}`)
    .sort()

const withoutVersion = (facts: MemoryFacts) =>
  [conversationFact, messageFact, opinionFact].map((table) =>
    facts
      .rows(table as typeof conversationFact)
      .map((row) => JSON.stringify({ ...row, version: 0 }))
      .sort(),
  )

const asked = (at: number, change: Partial<MessageLogRow> = {}) => logRow({ sentAt: at, ...change })
const answered = (at: number) => logRow({ sentAt: at, role: 'agent', text: '在的亲' })

function order(at: number, change: Partial<OrderLineRow> = {}): OrderLineRow {
  const { buyerId, bucket } = logRow()
  return {
    ...tombstone(orderLineFact, {}, 1),
    tenantId,
    deleted: false,
    day: dayOf(at),
    bucket,
    buyerId,
    buyerName: '小鱼',
    orderedAt: at,
    orderLineId: `line-${at}`,
    orderId: `order-${at}`,
    shopId: 'tmall/旗舰店',
    paidAmount: 59,
    paidAt: at,
    status: 'paid',
    ...change,
  }
}

describe('analysing a day', () => {
  test('makes messages, conversations and opinions with their times and words', async () => {
    const { facts, log, analyse, done } = setUp()
    await log([asked(morning, { text: '用了就坏' }), answered(morning + minute / 2)])
    expect(await analyse(day, { importId: 'import-1' })).toEqual({
      messages: 2,
      conversations: 1,
      opinions: 1,
    })
    const [conversation] = facts.rows(conversationFact)
    expect(conversation).toMatchObject({
      served: true,
      effective: true,
      firstResponseSeconds: 30,
      roundsWithin30: 1,
      durationSeconds: 30,
      sentiment: 'negative',
      negativeOpinionCount: 1,
      preview: '用了就坏',
      agentId: 'tmall/旗舰店:小美',
      presaleInquiry: true,
      analyzer: 'sample@1',
    })
    expect(facts.rows(opinionFact)).toMatchObject([
      { subjectId: conversation?.conversationId, quote: '坏', start: 3, role: 'buyer' },
    ])
    expect(facts.rows(messageFact).map((row) => row.responseSeconds)).toEqual([null, 30])
    expect(done).toEqual(['import-1'])
  })

  test('again changes nothing but versions', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(morning, { text: '坏了' }), answered(morning + minute), asked(morning + 60 * minute)])
    await analyse()
    const before = withoutVersion(facts)
    const versions = facts.rows(conversationFact).map((row) => row.version)
    await analyse()
    expect(withoutVersion(facts)).toEqual(before)
    const later = facts.rows(conversationFact).map((row) => row.version)
    expect(Math.min(...later)).toBeGreaterThan(Math.max(...versions))
  })

  test('a conversation belongs to the day it starts on, over midnight too', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(midnight - 3 * minute), answered(midnight + 2 * minute), asked(midnight + 60 * minute)])
    for (const ofDay of [day - 1, day, day + 1]) await analyse(ofDay)
    expect(shapes(facts)).toEqual(['-3+2', '60+1'])
    expect(facts.rows(messageFact)).toHaveLength(3)
  })

  test('the order of days does not matter', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(midnight - 3 * minute, { text: '坏' }), answered(midnight + 2 * minute)])
    for (const ofDay of [day + 1, day, day - 1]) await analyse(ofDay)
    expect(shapes(facts)).toEqual(['-3+2'])
    expect(facts.rows(opinionFact)).toHaveLength(1)
  })

  test('a late message joins two conversations: the second goes, with its opinions', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(morning), asked(morning + 15 * minute, { text: '坏了' })])
    await analyse()
    expect(shapes(facts)).toEqual(['120+1', '135+1'])
    await log([answered(morning + 8 * minute)])
    await analyse()
    expect(shapes(facts)).toEqual(['120+3'])
    const [conversation] = facts.rows(conversationFact)
    expect(facts.rows(opinionFact).map((row) => row.subjectId)).toEqual([conversation?.conversationId])
  })

  test('a late message of yesterday takes over what started today', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(midnight + 4 * minute, { text: '坏了' })])
    await analyse()
    await log([asked(midnight - 4 * minute)])
    for (const ofDay of [day - 1, day, day + 1]) await analyse(ofDay)
    expect(shapes(facts)).toEqual(['-4+2'])
    expect(facts.rows(opinionFact)).toHaveLength(1)
  })

  test('a new pack that finds less takes old opinions out', async () => {
    const { facts, ports, log, analyse } = setUp()
    await log([asked(morning, { text: '坏了' })])
    await analyse()
    const silent = samplePool('sample@2')
    ports.analyzerFor = () =>
      Promise.resolve({
        ...silent,
        conversations: (inputs) =>
          silent.conversations(
            inputs.map((input) => ({ messages: input.messages.map((each) => ({ ...each, text: '' })) })),
          ),
      })
    await analyse()
    expect(facts.rows(opinionFact)).toEqual([])
    expect(facts.rows(conversationFact)).toMatchObject([{ opinionCount: 0, analyzer: 'sample@2' }])
  })

  test('rows taken out of the log take their conversations with them', async () => {
    const { facts, log, analyse } = setUp()
    await log([asked(morning, { text: '坏了' })])
    await analyse()
    facts.stored.set(messageLog.table, [])
    await analyse()
    expect([...facts.rows(conversationFact), ...facts.rows(opinionFact)]).toEqual([])
  })

  test('a job of some threads leaves the others alone', async () => {
    const { facts, log, analyse } = setUp()
    const other = 'ff000000-0000-8000-8000-0000000000aa'
    await log([asked(morning), asked(morning, { threadId: other, bucket: 255 })])
    await analyse()
    const before = facts.rows(conversationFact).find((row) => row.threadId === other)
    await analyse(day, { threadIds: [logRow().threadId], bucketFrom: 10, bucketTo: 10 })
    expect(facts.rows(conversationFact)).toHaveLength(2)
    expect(facts.rows(conversationFact).find((row) => row.threadId === other)).toEqual(before)
  })

  test('after a crash between two inserts the same job puts everything right', async () => {
    const { facts, ports, log } = setUp()
    await log([asked(morning, { text: '坏了' }), answered(morning + minute)])
    const job = { tenantId, day, bucketFrom: 0, bucketTo: 255 }
    for (let at = 1; at <= 3; at++) {
      let inserts = 0
      facts.afterInsert = () => {
        if (++inserts === at) throw new Error('crash')
      }
      await expect(analyseDay(ports, job, `crash${at}`)).rejects.toThrow('crash')
      facts.afterInsert = () => undefined
      await analyseDay(ports, job, `crash${at}`)
      expect(shapes(facts)).toEqual(['120+2'])
      expect(facts.rows(opinionFact)).toHaveLength(1)
      expect(facts.rows(messageFact)).toHaveLength(2)
    }
  })
})

const hour = 60 * minute
const converted = (facts: MemoryFacts) =>
  facts
    .rows(conversationFact)
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((row) => row.attributedAmount)

describe('orders and conversations', () => {
  test('an order that was there first is tied at once', async () => {
    const { facts, log, analyse } = setUp()
    await facts.insert(orderLineFact, [order(morning + hour)], 'orders')
    await log([asked(morning), answered(morning + minute)])
    await analyse()
    expect(facts.rows(conversationFact)).toMatchObject([
      { converted: true, ordered: true, attributedAmount: 59, orderIds: [`order-${morning + hour}`] },
    ])
  })

  test('an order that comes later is tied by its own job, once', async () => {
    const { facts, ports, log, analyse } = setUp()
    await log([asked(morning), answered(morning + minute)])
    await analyse()
    await facts.insert(orderLineFact, [order(morning + hour)], 'orders')
    const job = { tenantId, dayFrom: day - 3, dayTo: day + 21 }
    expect(await attributeDays(ports, job, 'a1')).toEqual({ changed: 1 })
    expect(await attributeDays(ports, job, 'a2')).toEqual({ changed: 0 })
    expect(converted(facts)).toEqual([59])
  })

  test('only the asked buyers are attributed', async () => {
    const { facts, ports, log, analyse } = setUp()
    await log([asked(morning), answered(morning + minute)])
    await analyse()
    await facts.insert(orderLineFact, [order(morning + hour)], 'orders')
    const job = { tenantId, dayFrom: day, dayTo: day }
    const stranger = { ...job, buyerIds: ['0a000000-0000-8000-8000-0000000000ff'] }
    expect(await attributeDays(ports, stranger, 'a1')).toEqual({ changed: 0 })
    expect(await attributeDays(ports, { ...job, buyerIds: [logRow().buyerId] }, 'a2')).toEqual({ changed: 1 })
  })

  test('a later chat that is analysed afterwards takes the order over, on another day too', async () => {
    const { facts, log, analyse } = setUp()
    await facts.insert(orderLineFact, [order(morning + 30 * hour)], 'orders')
    await log([asked(morning), answered(morning + minute)])
    await analyse()
    expect(converted(facts)).toEqual([59])
    await log([asked(morning + 24 * hour), answered(morning + 24 * hour + minute)])
    await analyse(day + 1)
    expect(converted(facts)).toEqual([0, 59])
  })

  test('an order that was deleted is untied', async () => {
    const { facts, ports, log, analyse } = setUp()
    await facts.insert(orderLineFact, [order(morning + hour)], 'orders')
    await log([asked(morning), answered(morning + minute)])
    await analyse()
    facts.stored.set(orderLineFact.table, [])
    await attributeDays(ports, { tenantId, dayFrom: day, dayTo: day }, 'a1')
    expect(facts.rows(conversationFact)).toMatchObject([
      { converted: false, ordered: false, attributedAmount: 0 },
    ])
  })
})
