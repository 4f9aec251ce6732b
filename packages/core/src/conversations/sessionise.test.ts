import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../time/days.ts'
import { sessionise, type SessionMessage } from './sessionise.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Midnight UTC of some day. */
const start = 20_500 * day

const message = (minutes: number, change: Partial<SessionMessage> = {}): SessionMessage => ({
  threadId: 't',
  messageId: `m${minutes}`,
  sentAt: start + minutes * minute,
  ordinal: 0,
  sessionKey: '',
  timeAssumed: false,
  ...change,
})

const cuts = (messages: SessionMessage[]): string[][] =>
  sessionise(messages, { gapMinutes: 10 })
    .map((session) => session.messages.map((each) => each.messageId))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1))

const cases: [name: string, messages: SessionMessage[], expected: string[][]][] = [
  ['nothing', [], []],
  ['one message', [message(0)], [['m0']]],
  ['a silence of the gap belongs together', [message(0), message(10)], [['m0', 'm10']]],
  ['a longer silence cuts', [message(0), message(11)], [['m0'], ['m11']]],
  ['order in the file does not matter', [message(5), message(0)], [['m0', 'm5']]],
  ['threads stay apart', [message(0), message(1, { threadId: 'u' })], [['m0'], ['m1']]],
  [
    'a platform session goes on over a silence',
    [message(0, { sessionKey: 's' }), message(90, { sessionKey: 's' })],
    [['m0', 'm90']],
  ],
  [
    'another platform session cuts without a silence',
    [message(0, { sessionKey: 's' }), message(1, { sessionKey: 'r' })],
    [['m0'], ['m1']],
  ],
  [
    'platform sessions may run at the same time',
    [message(0, { sessionKey: 's' }), message(1, { sessionKey: 'r' }), message(2, { sessionKey: 's' })],
    [['m0', 'm2'], ['m1']],
  ],
  [
    'half a day of silence ends even a platform session',
    [message(0, { sessionKey: 's' }), message(721, { sessionKey: 's' })],
    [['m0'], ['m721']],
  ],
  [
    'assumed times are not cut by silences',
    [message(0, { timeAssumed: true }), message(60, { timeAssumed: true })],
    [['m0', 'm60']],
  ],
  ['assumed and real times stay apart', [message(0), message(1, { timeAssumed: true })], [['m0'], ['m1']]],
  ['midnight does not cut', [message(-3), message(3)], [['m-3', 'm3']]],
]

describe('sessions', () => {
  test.each(cases)('%s', (_name, messages, expected) => {
    expect(cuts(messages)).toEqual(expected)
  })

  test('equal times keep the order of the source', () => {
    const [session] = sessionise(
      [message(0, { messageId: 'b', ordinal: 1 }), message(0, { messageId: 'a', ordinal: 2 })],
      { gapMinutes: 10 },
    )
    expect(session?.messages.map((each) => each.messageId)).toEqual(['b', 'a'])
  })

  test('the id of a platform session does not depend on which message came first', () => {
    const late = [message(5, { sessionKey: 's' }), message(9, { sessionKey: 's' })]
    const [before] = sessionise(late, { gapMinutes: 10 })
    const [after] = sessionise([message(1, { sessionKey: 's' }), ...late], { gapMinutes: 10 })
    expect(after?.conversationId).toBe(before?.conversationId)
  })
})

/** A chat that goes on and on: pauses of minutes and of up to 13 hours, with or without a session id. */
const longChat = fc
  .record({
    threadId: fc.constantFrom('t', 'u'),
    sessionKey: fc.constantFrom('', 's'),
    timeAssumed: fc.boolean(),
    begins: fc.nat({ max: 3 * 24 * 60 }),
    pauses: fc.array(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 13 * 60 })), {
      minLength: 5,
      maxLength: 40,
    }),
  })
  .map(({ begins, pauses, ...place }) => {
    let at = start + begins * minute
    return pauses.map((pause) => ({ ...place, sentAt: (at += pause * minute) }))
  })
const chatLogs = fc
  .array(longChat, { minLength: 1, maxLength: 6 })
  .map((chats) => chats.flat().map((each, index) => ({ ...each, messageId: `m${index}`, ordinal: index })))

describe('sessions of any log', () => {
  test('every message is in exactly one session, and none lasts longer than a day', () => {
    fc.assert(
      fc.property(chatLogs, (log) => {
        const sessions = sessionise(log, { gapMinutes: 10 })
        const ids = sessions.flatMap((session) => session.messages.map((each) => each.messageId))
        expect(ids.toSorted()).toEqual(log.map((each) => each.messageId).toSorted())
        for (const { messages } of sessions) {
          const lasting = (messages.at(-1)?.sentAt ?? 0) - (messages[0]?.sentAt ?? 0)
          expect(lasting).toBeLessThan(day)
        }
        expect(new Set(sessions.map((session) => session.conversationId)).size).toBe(sessions.length)
      }),
    )
  })

  test('the days before and after are enough to cut a day', () => {
    fc.assert(
      fc.property(chatLogs, fc.integer({ min: 0, max: 9 }), (log, offset) => {
        const owned = dayOf(start) + offset
        const startsThere = (messages: readonly SessionMessage[]): string[] =>
          sessionise(messages, { gapMinutes: 10 })
            .filter((session) => dayOf(session.messages[0]?.sentAt ?? 0) === owned)
            .map((session) => [session.conversationId, ...session.messages.map((m) => m.messageId)].join(' '))
            .sort()
        const near = log.filter((each) => Math.abs(dayOf(each.sentAt) - owned) <= 1)
        expect(startsThere(near)).toEqual(startsThere(log))
      }),
      { numRuns: 300 },
    )
  })
})
