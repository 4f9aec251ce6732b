import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyzer } from '../engine/analyzer.ts'
import type { Analyzer } from '../engine/types.ts'
import { decideChat, decideReview, reviewLogOdds } from './decide.ts'

describe('decisions', () => {
  test('a chat without evaluative words is neutral whatever the model thinks', () => {
    expect(decideChat({ positive: 0, negative: 0 }, -9)).toMatchObject({ sentiment: 'neutral', score: 0 })
  })

  test('the model only tips a chat', () => {
    expect(decideChat({ positive: 2, negative: 0 }, -9).sentiment).toBe('positive')
    expect(decideChat({ positive: 1, negative: 1 }, -9).sentiment).toBe('neutral')
  })

  test('a bland review needs a sure model', () => {
    expect(decideReview({ positive: 0, negative: 0 }, -1, 20).sentiment).toBe('neutral')
    expect(decideReview({ positive: 0, negative: 0 }, -4, 20).sentiment).toBe('negative')
  })

  test('words weigh five times as much in short texts', () => {
    const said = { positive: 2, negative: 0 }
    expect(reviewLogOdds(said, 0, 8)).toBeCloseTo(2, 10)
    expect(reviewLogOdds(said, 0, 100_000)).toBeCloseTo(0.4, 3)
  })
})

describe('sentiment of chats', () => {
  let analyzer: Analyzer
  beforeAll(() => {
    analyzer = createAnalyzer({ packs: ['digital'] })
  })

  test.each([
    ['neutral', '你好'],
    ['neutral', '好的谢谢'],
    ['neutral', '可以'],
    ['neutral', '[ORDERID_10031770]'],
    ['neutral', '订单编号[数字x]'],
    ['neutral', '什么时候能到'],
    ['neutral', '这个好用吗'],
    ['neutral', '麻烦帮我查一下'],
    ['neutral', '我要退货'],
    ['negative', '怎么这么慢'],
    ['negative', '太坑了'],
    ['negative', '你们这是欺骗消费者'],
    ['negative', '到现在都没人处理'],
    ['positive', '非常感谢'],
    ['positive', '你们服务真好'],
    ['positive', '太好了😊'],
  ])('%s: %s', (sentiment, text) => {
    expect(analyzer.analyzeText({ text, role: 'buyer', source: 'chat' }).sentiment).toBe(sentiment)
  })

  test('the id names everything a result depends on', () => {
    expect(analyzer.id).toBe('kesheng@1+base@1+digital@1+sentiment@1')
  })
})
