import { expect, test } from 'vitest'
import { chat } from '../testing/samples.ts'
import { SessionBuyers } from './session-buyers.ts'

const outcome = (change: Parameters<typeof chat>[0]) => ({ line: 2, records: [chat(change)] })

test("a session is its first named buyer's, in its own shop", () => {
  const sessions = new SessionBuyers()
  sessions.learn([
    outcome({ sessionId: 's1', buyer: 't**1' }),
    outcome({ sessionId: 's1', buyer: '小鱼' }),
    outcome({ sessionId: 's1', buyer: '鱼鱼' }),
    outcome({ sessionId: '', buyer: '大鱼' }),
  ])
  expect(sessions.buyerOf({ sessionId: 's1' })).toBe('小鱼')
  expect(sessions.buyerOf({ sessionId: 's1', shop: '另一家' })).toBeUndefined()
  expect(sessions.buyerOf({ sessionId: '' })).toBeUndefined()
})

test('forgets sessions of long ago and keeps the recent ones', () => {
  const sessions = new SessionBuyers(10)
  for (let index = 0; index < 35; index += 1)
    sessions.learn([outcome({ sessionId: `s${index}`, buyer: `b${index}` })])
  expect(sessions.buyerOf({ sessionId: 's34' })).toBe('b34')
  expect(sessions.buyerOf({ sessionId: 's25' })).toBe('b25')
  expect(sessions.buyerOf({ sessionId: 's0' })).toBeUndefined()
})
