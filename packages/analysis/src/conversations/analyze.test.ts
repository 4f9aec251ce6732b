import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyzer } from '../engine/analyzer.ts'
import type { Analyzer, ConversationAnalysis, MessageInput } from '../engine/types.ts'

let analyzer: Analyzer

beforeAll(() => {
  analyzer = createAnalyzer({ packs: ['beauty', 'digital'] })
})

function message(line: string): MessageInput {
  const [who = '', text = ''] = line.split(/：(.*)/s)
  const role = ({ 买: 'buyer', 客: 'agent', 机: 'bot', 系: 'system' } as const)[who]!
  return { role, automatic: role === 'bot', kind: 'text', text }
}

/** One message a line, `买：` buyer, `客：` agent, `机：` bot. */
function talk(script: string, productName?: string): ConversationAnalysis {
  const messages = script
    .trim()
    .split('\n')
    .map((line) => message(line.trim()))
  return analyzer.analyzeConversation(productName === undefined ? { messages } : { messages, productName })
}

describe('analyzeConversation', () => {
  test('a wait for parcels that ends well', () => {
    const result = talk(`
      买：在吗
      机：您好，请问有什么可以帮您
      买：怎么还不发货，都等了五天了
      客：抱歉，马上为您催促
      买：太慢了吧
      客：已经发出，补偿您一张券
      买：太好了，非常感谢
    `)
    expect(result.scene).toBe('售中/催发货')
    expect(result.stage).toBe('insale')
    expect(result.intents).toContain('催发货')
    expect(result.sentimentOpening).toBeLessThan(0)
    expect(result.sentimentClosing).toBeGreaterThan(0)
    expect(result.messages).toHaveLength(7)
  })

  test('only buyers have opinions and intents', () => {
    const result = talk(`
      买：你好
      客：我们的物流很快，质量也很好，可以退货
      机：质量很差
    `)
    expect(result.messages.flatMap((found) => found.opinions)).toEqual([])
    expect(result.intents).toEqual([])
    expect(result.messages[2]).toMatchObject({ sentiment: 'neutral', sentimentDecider: 'none' })
  })

  test('what is asked first is the main scene', () => {
    const result = talk(`
      买：我要开专票
      客：好的
      买：什么时候能到
    `)
    expect(result.scene).toBe('售后/发票')
    expect(result.scenes.map(({ tagId, messageIndex }) => [tagId, messageIndex])).toEqual([
      ['售后/发票', 0],
      ['物流/查件到货', 2],
    ])
  })

  test('but what is talked about most wins over a passing word', () => {
    const result = talk(`
      买：发票收到了
      买：我想退货，怎么退货
      买：退货运费谁出
      买：退货地址发我
      买：可以退吗
    `)
    expect(result.scene).toBe('售后/退货')
  })

  test('messages take the stage of the scene they are in', () => {
    const result = talk(`
      买：你好
      买：这款适合油皮吗
      客：适合的
      买：我上次买的想退货
      客：好的
    `)
    expect(result.messages.map((found) => found.stage)).toEqual([
      'presale',
      'presale',
      'presale',
      'aftersale',
      'aftersale',
    ])
  })

  test('greetings alone have no scene', () => {
    expect(talk('买：你好\n客：您好\n买：没事了')).toMatchObject({
      scene: '',
      scenes: [],
      sentiment: 'neutral',
    })
  })

  test('an empty conversation is neutral', () => {
    expect(analyzer.analyzeConversation({ messages: [] })).toMatchObject({
      messages: [],
      sentiment: 'neutral',
      sentimentScore: 0,
      scene: '',
      purchaseIntent: '',
    })
  })

  test('cards and pictures are not read', () => {
    const card: MessageInput = { role: 'buyer', automatic: false, kind: 'card', text: '质量太差' }
    expect(analyzer.analyzeConversation({ messages: [card] }).messages[0]?.opinions).toEqual([])
  })

  test.each([
    ['high', '买：我要买两台，怎么下单'],
    ['hesitating', '买：我要买一台\n买：能便宜点吗\n买：我再考虑一下'],
    ['lost', '买：我想买这个\n买：太贵了，不买了'],
    ['', '买：你好'],
    ['', '买：我要退货'],
  ])('purchase intent %s', (grade, script) => {
    expect(talk(script).purchaseIntent).toBe(grade)
  })

  test('a rude agent stands out, a polite one does not', () => {
    const result = talk(`
      买：能改地址吗
      客：自己不会看吗，爱买不买
      客：亲亲，非常抱歉给您带来不便，祝您生活愉快
    `)
    expect(result.messages[1]?.sentiment).toBe('negative')
    expect(result.messages[2]?.sentiment).not.toBe('negative')
  })
})
