import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { responseTimes, type ResponseTimes, type TimedMessage } from './response-times.ts'

const say = (seconds: number, change: Partial<TimedMessage>): TimedMessage => ({
  sentAt: seconds * 1000,
  role: 'buyer',
  kind: 'text',
  automatic: false,
  text: '在吗',
  ...change,
})
const buyer = (seconds: number, change: Partial<TimedMessage> = {}) => say(seconds, change)
const human = (seconds: number, change: Partial<TimedMessage> = {}) =>
  say(seconds, { role: 'agent', text: '在的', ...change })
const auto = (seconds: number) => say(seconds, { role: 'agent', automatic: true, text: '[自动回复] 您好' })
const bot = (seconds: number, text = '您好，我是小智') => say(seconds, { role: 'bot', automatic: true, text })
const system = (seconds: number, text: string) =>
  say(seconds, { role: 'system', automatic: true, kind: 'event', text })

type Figures = Partial<Omit<ResponseTimes, 'waits'>>
const none: Figures = { firstResponseSeconds: null, rounds: 0, answeredRounds: 0, longestWaitSeconds: null }

const cases: [name: string, messages: TimedMessage[], expected: Figures][] = [
  ['nobody wrote', [], none],
  ['asked and answered', [buyer(0), human(20)], { firstResponseSeconds: 20, rounds: 1, answeredRounds: 1 }],
  ['never answered', [buyer(0), buyer(50)], { ...none, rounds: 1 }],
  [
    'asking again is one round, timed from the first ask',
    [buyer(0), buyer(25), buyer(40), human(60)],
    { firstResponseSeconds: 60, rounds: 1, responseSecondsSum: 60, longestWaitSeconds: 60 },
  ],
  [
    'several replies answer once',
    [buyer(0), human(10), human(300)],
    { firstResponseSeconds: 10, answeredRounds: 1, responseSecondsSum: 10 },
  ],
  [
    'two rounds',
    [buyer(0), human(10), buyer(100), human(140)],
    {
      firstResponseSeconds: 10,
      rounds: 2,
      answeredRounds: 2,
      responseSecondsSum: 50,
      longestWaitSeconds: 40,
    },
  ],
  [
    'the last round is open',
    [buyer(0), human(10), buyer(100)],
    { rounds: 2, answeredRounds: 1, responseSecondsSum: 10 },
  ],
  [
    'an automatic reply answers nothing',
    [buyer(0), auto(1), human(45)],
    { firstResponseSeconds: 45, rounds: 1 },
  ],
  ['only an automatic reply', [buyer(0), auto(1)], { ...none, rounds: 1 }],
  ['a bot answers nothing', [buyer(0), bot(1), human(30)], { firstResponseSeconds: 30, rounds: 1 }],
  ['only a bot served: nobody waited for a person', [buyer(0), bot(1), buyer(9), bot(10)], none],
  [
    'a hand-over starts the wait for a person',
    [buyer(0), bot(1), buyer(60), system(70, '已为您转接人工客服'), human(85)],
    { firstResponseSeconds: 15, rounds: 1, responseSecondsSum: 15 },
  ],
  [
    'an offer to hand over is none',
    [buyer(0), bot(1, '如需人工服务请回复“转人工”'), human(85)],
    { firstResponseSeconds: 85 },
  ],
  [
    'handed over and never answered',
    [buyer(0), bot(1), system(5, '会话已转接至人工客服')],
    { ...none, rounds: 1 },
  ],
  [
    'passing on between people does not stop the clock',
    [buyer(0), human(10), buyer(100), system(200, '会话已转接给客服小王'), human(230)],
    { firstResponseSeconds: 10, responseSecondsSum: 140, longestWaitSeconds: 130 },
  ],
  ['the shop writes first', [human(0), buyer(30), human(50)], { firstResponseSeconds: 20, rounds: 1 }],
  ['a picture asks', [buyer(0, { kind: 'image' }), human(9)], { firstResponseSeconds: 9 }],
  ['a recalled message asks nothing', [buyer(0, { kind: 'recall' }), human(9)], none],
  [
    'a recalled reply answers nothing',
    [buyer(0), human(9, { kind: 'recall' }), human(12)],
    { firstResponseSeconds: 12 },
  ],
  [
    'answered at once',
    [buyer(0), human(0)],
    { firstResponseSeconds: 0, answeredRounds: 1, roundsWithin30: 1 },
  ],
  ['30 s is within 30 s', [buyer(0), human(30)], { roundsWithin30: 1, roundsWithin180: 1, slowRounds: 0 }],
  ['31 s is not', [buyer(0), human(31)], { roundsWithin30: 0, roundsWithin180: 1 }],
  ['180 s is within 3 minutes, and slow', [buyer(0), human(180)], { roundsWithin180: 1, slowRounds: 1 }],
  ['181 s is not', [buyer(0), human(181)], { roundsWithin180: 0, slowRounds: 1 }],
  ['120 s is not slow', [buyer(0), human(120)], { slowRounds: 0 }],
]

describe('response times', () => {
  test.each(cases)('%s', (_name, messages, expected) => {
    expect(responseTimes(messages, true)).toMatchObject(expected)
  })

  test('without real times there are no figures', () => {
    const untimed = responseTimes([buyer(0), human(1)], false)
    expect(untimed).toMatchObject({ ...none, roundsWithin180: 0, waits: [null, null] })
  })

  test('the answering message carries the wait', () => {
    expect(responseTimes([buyer(0), auto(1), human(40), human(50)], true).waits).toEqual([
      null,
      null,
      40,
      null,
    ])
  })
})

const anyMessages = fc
  .array(fc.tuple(fc.nat({ max: 400 }), fc.constantFrom(buyer, human, auto, bot)), { maxLength: 40 })
  .map((list) => {
    let at = 0
    return list.map(([pause, who]) => who((at += pause)))
  })

describe('response times of any conversation', () => {
  test('figures agree with each other', () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        const times = responseTimes(messages, true)
        const waits = times.waits.filter((wait) => wait !== null)
        expect(times.answeredRounds).toBe(waits.length)
        expect(times.answeredRounds).toBeLessThanOrEqual(times.rounds)
        expect(times.roundsWithin30).toBeLessThanOrEqual(times.roundsWithin180)
        expect(times.roundsWithin180).toBeLessThanOrEqual(times.answeredRounds)
        expect(times.responseSecondsSum).toBe(waits.reduce((sum, wait) => sum + wait, 0))
        expect(times.firstResponseSeconds === null).toBe(waits.length === 0)
        expect(times.longestWaitSeconds ?? 0).toBeGreaterThanOrEqual(times.firstResponseSeconds ?? 0)
      }),
    )
  })

  test('automatic replies change no wait', () => {
    fc.assert(
      fc.property(anyMessages, fc.nat({ max: 40 }), (messages, index) => {
        const withoutBots = messages.filter((each) => each.role !== 'bot')
        const position = Math.min(index, withoutBots.length)
        const at = (withoutBots[position - 1]?.sentAt ?? 0) / 1000
        const { waits: _, ...before } = responseTimes(withoutBots, true)
        const { waits: __, ...after } = responseTimes(withoutBots.toSpliced(position, 0, auto(at)), true)
        expect(after).toEqual(before)
      }),
    )
  })
})
