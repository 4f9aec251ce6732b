import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { ChatRecord, IntakeRecord } from '@kesheng/contracts/intake/records'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chat, plainSealer, sampleContext, sampleNow } from '../testing/samples.ts'
import { countRows } from './counts.ts'
import { newRowMemory, toRows, type MappedBatch } from './to-rows.ts'
import type { RowContext } from './row-context.ts'

function map(records: IntakeRecord[], change: Partial<RowContext> = {}): MappedBatch {
  const outcomes = records.map((record, index): RowOutcome => ({ line: index + 2, records: [record] }))
  const context = sampleContext(change)
  return toRows(outcomes, context, newRowMemory(context.tenantId))
}
const ids = (records: IntakeRecord[], change: Partial<RowContext> = {}): string[] =>
  map(records, change).rows.messages.map((row) => row.messageId)

const day = 86_400_000
const rejected: [name: string, record: IntakeRecord, field: string, reason: string][] = [
  ['no time', chat({ sentAt: null }), 'sentAt', 'missing_time'],
  ['before 2000', chat({ sentAt: 1000 }), 'sentAt', 'bad_time'],
  ['not a time', chat({ sentAt: Number.NaN }), 'sentAt', 'bad_time'],
  ['the day after tomorrow', chat({ sentAt: sampleNow + day + 1 }), 'sentAt', 'future_date'],
  ['no text', chat({ text: '  ' }), 'text', 'empty_text'],
  ['unreadable', chat({ text: '\uFFFD\uFFFD好\uFFFD' }), 'text', 'mojibake'],
  ['a role that is none', chat({ role: 'customer' as 'buyer' }), 'role', 'unknown_role'],
  [
    'a review without text and stars',
    { kind: 'reviews', text: '', reviewedAt: 1.7e12 },
    'text',
    'empty_text',
  ],
  ['six stars', { kind: 'reviews', text: '好', score: 6, reviewedAt: 1.7e12 }, 'score', 'bad_number'],
  ['an order without id', { kind: 'orders', orderId: '', orderedAt: 1.7e12 }, 'orderId', 'missing_value'],
  [
    'a negative amount',
    { kind: 'orders', orderId: '1', orderedAt: 1.7e12, paidAmount: -1 },
    'paidAmount',
    'bad_number',
  ],
  ['a refund of nothing', { kind: 'refunds', appliedAt: 1.7e12 }, 'refundId', 'missing_value'],
  ['a rating of 9', { kind: 'agent-ratings', agent: 'a', score: 9, ratedAt: 1.7e12 }, 'score', 'bad_number'],
  [
    'an answer that says nothing',
    { kind: 'survey-answers', questionId: 'q1', questionText: '', questionKind: 'text', answeredAt: 1.7e12 },
    'q1',
    'empty_answer',
  ],
]

describe('rejects', () => {
  test.each(rejected)('%s', (_name, record, field, reason) => {
    const batch = map([record])
    expect(batch.rejects).toMatchObject([{ line: 2, field, reason }])
    expect(batch.rejects[0]?.remedy).toMatch(/[一-龥]{4}/)
    expect(countRows(batch.tallies)).toMatchObject({ read: 1, accepted: 0, rejected: 1 })
  })

  test('a long value is cut to 200 characters', () => {
    const [reason] = map([chat({ text: '\uFFFD'.repeat(500) })]).rejects
    expect(reason?.value).toHaveLength(200)
  })

  test('what the connector rejected is passed on and counted', () => {
    const reject = { line: 9, field: 'sentAt', value: '', reason: 'missing_time', remedy: '…' }
    const batch = toRows([{ line: 9, reject }], sampleContext(), newRowMemory('t'))
    expect(batch.rejects).toEqual([reject])
    expect(countRows(batch.tallies)).toMatchObject({ read: 1, rejected: 1, missingTime: 1 })
  })
})

describe('counts of source rows', () => {
  test('a row that carries nothing is not counted', () => {
    const batch = toRows([{ line: 2, records: [] }], sampleContext(), newRowMemory('t'))
    expect(countRows(batch.tallies)).toMatchObject({ read: 0 })
  })

  test('a row that is kept in part is accepted, and its bad part is listed', () => {
    const records = [chat({ sessionId: 's', ordinal: 0 }), chat({ sessionId: 's', ordinal: 1, text: '' })]
    const batch = toRows([{ line: 2, records }], sampleContext(), newRowMemory('t'))
    expect(countRows(batch.tallies)).toMatchObject({ read: 1, accepted: 1, rejected: 0 })
    expect(batch.rejects).toHaveLength(1)
  })

  test('further outcomes of a row are the same row, and what all its parts lack is said once', () => {
    const reject = { line: 2, field: 'turns[1].role', value: '', reason: 'unknown_role', remedy: '…' }
    const records = [chat({ sentAt: null }), chat({ sentAt: null, ordinal: 1 })]
    const outcomes: RowOutcome[] = [
      { line: 2, records },
      { line: 2, reject, sameRow: true },
      { line: 2, reject: { ...reject, field: 'turns[4].role' }, sameRow: true },
      { line: 2, records: [] },
      { line: 3, records },
    ]
    const batch = toRows(outcomes, sampleContext(), newRowMemory('t'))
    expect(countRows(batch.tallies)).toMatchObject({ read: 2, accepted: 0, rejected: 2, missingTime: 2 })
    expect(batch.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'missing_time'],
      [2, 'unknown_role'],
      [2, 'unknown_role'],
      [3, 'missing_time'],
    ])
    const kept = toRows(outcomes, sampleContext({ defaultTime: sampleNow }), newRowMemory('t'))
    expect(countRows(kept.tallies)).toMatchObject({ read: 2, accepted: 2, rejected: 0, unknownRole: 1 })
  })

  test('doubts are counted once a row', () => {
    const records = [chat({ text: '屏幕\uFFFD坏了一点点', sentAt: null }), chat({ sentAt: null, ordinal: 1 })]
    const outcome: RowOutcome = { line: 2, records, flags: { unknownRole: true } }
    const batch = toRows([outcome], sampleContext({ defaultTime: sampleNow }), newRowMemory('t'))
    expect(countRows(batch.tallies)).toMatchObject({
      mojibake: 1,
      unknownRole: 1,
      assumedTime: 1,
      accepted: 1,
    })
  })
})

const turns = (text: string) => [chat({ text, sentAt: null, ordinal: 0 }), chat({ sentAt: null, ordinal: 1 })]

describe('chat rows', () => {
  test('agents whose rows name no buyer stand in the thread of their session', () => {
    const { buyer: _, ...agent } = chat({ role: 'agent', sessionId: 's1', sentAt: chat().sentAt! - 5000 })
    const { messages } = map([
      agent,
      chat({ sessionId: 's1' }),
      chat({ buyer: 't**1', sessionId: 's1' }),
    ]).rows
    expect(new Set(messages.map(({ threadId }) => threadId)).size).toBe(1)
    expect(messages.map(({ buyerName }) => buyerName)).toEqual(['小鱼', '小鱼', '小鱼'])
  })

  test('the start of a conversation is no time of its messages', () => {
    const times = [chat({ timeAssumed: true }), chat({ timeAssumed: true, ordinal: 1 })]
    const context = sampleContext({ kind: 'conversations' })
    const { rows } = toRows([{ line: 2, records: times }], context, newRowMemory('t'))
    expect(rows.messages.map(({ timeAssumed, sentAt }) => [timeAssumed, sentAt])).toEqual([
      [true, chat().sentAt],
      [true, chat().sentAt],
    ])
    expect(new Set(rows.messages.map(({ messageId }) => messageId)).size).toBe(2)
  })

  test('conversations without times keep their order, rows and messages a second apart', () => {
    const context = sampleContext({ kind: 'conversations', defaultTime: sampleNow })
    const outcomes = [2, 3].map((line): RowOutcome => ({ line, records: turns(`第${line}行`) }))
    const { rows } = toRows(outcomes, context, newRowMemory('t'))
    expect(rows.messages.map(({ sentAt }) => (sentAt - sampleNow) / 1000)).toEqual([2, 3, 3, 4])
  })

  test('identity, place and lineage', () => {
    const [row] = map([chat()]).rows.messages
    expect(row).toMatchObject({
      shopId: 'tmall/旗舰店',
      agentId: 'tmall/旗舰店:小美',
      platform: 'tmall',
      buyerName: '小鱼',
      line: 2,
      timeAssumed: false,
      automatic: false,
    })
    expect(row?.bucket).toBe(Number.parseInt(row?.buyerId.slice(0, 2) ?? '', 16))
    expect(row?.messageId).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  test('personal data is masked and its original sealed', () => {
    const [row] = map([chat({ text: '打我电话13800138000' })]).rows.messages
    expect(row?.text).not.toContain('13800138000')
    expect(row?.sealedText).toBe('sealed(打我电话13800138000)')
    expect(row?.text.slice(row.maskStarts[0], row.maskEnds[0])).toContain('*')
  })

  test('a recalled message stays as a recall', () => {
    expect(map([chat({ messageKind: 'recall', text: '' })]).rows.messages[0]).toMatchObject({
      kind: 'recall',
      text: '[撤回了一条消息]',
    })
  })

  test('order numbers of the record and of the text are linked', () => {
    const [row] = map([chat({ orderId: '11', text: '订单号：2190345678901234567' })]).rows.messages
    expect(row?.orderIds).toEqual(['11', '2190345678901234567'])
  })

  test.each<[string, Partial<ChatRecord>, boolean]>([
    ['buyer', { role: 'buyer' }, false],
    ['agent', { role: 'agent' }, false],
    ['bot', { role: 'bot' }, true],
    ['system', { role: 'system' }, true],
    ['marked by the source', { role: 'agent', automatic: true }, true],
    ['marked in the text', { role: 'agent', text: '[自动回复] 您好，欢迎光临' }, true],
    [
      'the source says a person wrote it',
      { role: 'agent', automatic: false, text: '自动回复：已关闭' },
      false,
    ],
  ])('automatic: %s', (_name, change, automatic) => {
    expect(map([chat(change)]).rows.messages[0]?.automatic).toBe(automatic)
  })

  test('default time: seconds apart in order, marked, and no part of the identity', () => {
    const records = [0, 1, 2].map((ordinal) => chat({ sentAt: null, sessionId: 's', ordinal }))
    const rows = map(records, { defaultTime: sampleNow }).rows.messages
    expect(rows.map((row) => row.sentAt - sampleNow)).toEqual([0, 1000, 2000])
    expect(rows.every((row) => row.timeAssumed)).toBe(true)
    expect(ids(records, { defaultTime: sampleNow - day })).toEqual(rows.map((row) => row.messageId))
  })

  test('without time and session a row is known by its place in its file', () => {
    const records = [chat({ sentAt: null }), chat({ sentAt: null, ordinal: 1 })]
    const first = ids(records, { defaultTime: sampleNow, fileIdentity: 'f1' })
    expect(new Set(first).size).toBe(2)
    expect(ids(records, { defaultTime: sampleNow - day, fileIdentity: 'f1' })).toEqual(first)
    expect(ids(records, { defaultTime: sampleNow, fileIdentity: 'f2' })[0]).not.toBe(first[0])
  })

  test('each transcript row without a session id is a session of its own', () => {
    const outcomes = [turns('在吗'), turns('你好')].map((records, line) => ({ line, records }))
    const context = sampleContext({ kind: 'conversations', defaultTime: sampleNow, fileIdentity: 'f' })
    const { messages } = toRows(outcomes, context, newRowMemory('t')).rows
    expect(new Set(messages.map((row) => row.sessionKey)).size).toBe(2)
    expect(messages.every((row) => row.sessionKey !== '')).toBe(true)
  })
})

describe('repeats', () => {
  const second = Date.UTC(2026, 2, 1, 2, 0, 7)
  const minute = Date.UTC(2026, 2, 1, 2, 0, 0)

  test.each<[string, ChatRecord[], number]>([
    [
      'the same text in the same second is one message',
      [chat({ sentAt: second }), chat({ sentAt: second })],
      1,
    ],
    ['the same text in the same minute may be two', [chat({ sentAt: minute }), chat({ sentAt: minute })], 2],
    [
      'pictures in the same second are as many as there are',
      [chat({ sentAt: second, messageKind: 'image' }), chat({ sentAt: second, messageKind: 'image' })],
      2,
    ],
    [
      'joined exports repeat rows further down',
      [chat({ sentAt: minute }), chat({ sentAt: minute + 60_000 }), chat({ sentAt: minute })],
      2,
    ],
    ['both sides may say the same', [chat({ sentAt: second }), chat({ sentAt: second, role: 'agent' })], 2],
    ['the platform’s id decides', [chat({ messageId: '1' }), chat({ messageId: '2' })], 2],
  ])('%s', (_name, records, expected) => {
    expect(new Set(ids(records)).size).toBe(expected)
  })

  const logs = fc
    .array(
      fc.record({
        minutes: fc.nat({ max: 30 }),
        text: fc.constantFrom('在吗', '？', '好的', '谢谢'),
        buyer: fc.constantFrom('小鱼', '小虾'),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) =>
      list
        .toSorted((a, b) => a.minutes - b.minutes)
        .map(({ minutes, text, buyer }) => chat({ sentAt: minute + minutes * 60_000, text, buyer })),
    )

  test('importing the same rows again finds the same ids, whatever the batches', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 20 }), (records, size) => {
        const memory = newRowMemory('tenant-a')
        const inBatches: string[] = []
        for (let start = 0; start < records.length; start += size) {
          const outcomes = records
            .slice(start, start + size)
            .map((record) => ({ line: 1, records: [record] }))
          const { rows } = toRows(outcomes, sampleContext(), memory)
          inBatches.push(...rows.messages.map((row) => row.messageId))
        }
        expect(inBatches).toEqual(ids(records))
        expect(new Set(inBatches).size).toBe(records.length)
      }),
    )
  })

  test('an overlapping export that begins on another minute adds only what is new', () => {
    fc.assert(
      fc.property(logs, fc.nat({ max: 30 }), (records, from) => {
        const later = records.filter((record) => (record.sentAt ?? 0) >= minute + from * 60_000)
        const all = new Set(ids(records))
        expect(ids(later).filter((id) => !all.has(id))).toEqual([])
      }),
    )
  })
})

describe('buyers', () => {
  test('one account is one buyer in all kinds, a masked name is not', () => {
    const { rows } = map([
      chat({ buyer: '小鱼' }),
      { kind: 'orders', orderId: '7', buyer: '小鱼', orderedAt: 1.7e12 },
      { kind: 'reviews', text: '好用', buyer: 't**1', orderId: '8', reviewedAt: 1.7e12 },
      { kind: 'reviews', text: '难用', buyer: 't**1', orderId: '9', reviewedAt: 1.7e12 },
      { kind: 'refunds', orderId: '8', appliedAt: 1.7e12 },
    ])
    expect(rows.orderLines[0]?.buyerId).toBe(rows.messages[0]?.buyerId)
    expect(rows.reviews[0]?.buyerId).not.toBe(rows.reviews[1]?.buyerId)
    expect(rows.refunds[0]?.buyerId).toBe(rows.reviews[0]?.buyerId)
  })
})

test('the sealer is not asked for texts without personal data', () => {
  const sealed: string[] = []
  const sealer = { seal: (text: string) => (sealed.push(text), plainSealer.seal(text)) }
  map([chat(), chat({ text: '邮箱 a@b.com' })], { sealer })
  expect(sealed).toEqual(['邮箱 a@b.com'])
})

const answerOn = (at: number, score: number): IntakeRecord => ({
  kind: 'survey-answers',
  questionId: 'nps',
  questionText: '您愿意推荐我们吗',
  questionKind: 'nps',
  score,
  answeredAt: at,
})

const answered = (records: IntakeRecord[]) => map(records).rows.surveyAnswers.map((row) => row.answerId)

describe('answers and ratings whose times are cut off', () => {
  const midnight = Date.UTC(2026, 2, 1)
  test('equal anonymous answers of a day are different people, in any order of days, and the same ones again', () => {
    const records = [midnight, midnight + day, midnight, midnight + day].map((at) => answerOn(at, 9))
    const first = answered(records)
    expect(new Set(first).size).toBe(4)
    expect(answered(records)).toEqual(first)
  })

  test('all answers of a wide row are one response', () => {
    const records = ['a', 'b'].map((questionId) => ({ ...answerOn(midnight, 9), questionId }) as IntakeRecord)
    const context = sampleContext()
    const { rows } = toRows([{ line: 2, records }], context, newRowMemory(context.tenantId))
    expect(new Set(rows.surveyAnswers.map((row) => row.responseId)).size).toBe(1)
  })

  test('equal ratings of a day by hidden buyers are different ratings', () => {
    const rating: IntakeRecord = {
      kind: 'agent-ratings',
      agent: '小美',
      buyer: 't**1',
      score: 5,
      ratedAt: midnight,
    }
    expect(new Set(answered([rating, rating])).size).toBe(2)
    expect(
      new Set(
        answered([
          { ...rating, ratedAt: midnight + 7 },
          { ...rating, ratedAt: midnight + 7 },
        ]),
      ).size,
    ).toBe(1)
  })
})
