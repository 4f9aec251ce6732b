import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { createAnalyzer } from '../engine/analyzer.ts'
import type { Analyzer } from '../engine/types.ts'

let analyzer: Analyzer

beforeAll(() => {
  analyzer = createAnalyzer({ packs: ['beauty', 'digital'] })
})

function opinions(text: string, source: 'chat' | 'review' = 'review', productName = ''): string[] {
  return analyzer
    .analyzeText({ text, role: 'buyer', source, productName })
    .opinions.map(({ aspectId, polarity, strength, quote }) => `${aspectId} ${polarity} ${strength} ${quote}`)
}

const cases: [rule: string, text: string, found: string[]][] = [
  ['an aspect and a generic word', '质量好', ['product.quality 1 2 质量好']],
  ['a degree word strengthens', '质量非常好', ['product.quality 1 3 质量非常好']],
  ['a weak degree word weakens', '质量有点差', ['product.quality -1 1 质量有点差']],
  ['a degree word behind strengthens', '物流慢死了', ['logistics.delivery-speed -1 3 物流慢']],
  ['negation turns round and weakens', '质量没保障', ['product.quality -1 2 质量没保障']],
  ['negation reaches over fillers', '质量并不是很好', ['product.quality -1 2 质量并不是很好']],
  ['two negations say nothing sure', '质量不是不好', []],
  ['不错 is no negation', '质量不错', ['product.quality 1 2 质量不错']],
  ['特别 is no negation', '质量特别好', ['product.quality 1 3 质量特别好']],
  ['别 as a word of its own warns', '千万别买', ['product.overall -1 2 千万别买']],
  ['generic words bind to the aspect first', '包装太差', ['product.packaging -1 3 包装太差']],
  ['a bare generic word is the whole purchase', '太差了', ['product.overall -1 3 太差了']],
  ['but not beside something unknown', '封面设计感太差', []],
  ['the aspect may follow with 的', '很好的包装', ['product.packaging 1 3 很好的包装']],
  ['the aspect may stand just before the pause', '物流嘛，太慢了', ['logistics.delivery-speed -1 3 太慢']],
  ['高 is good for value', '性价比高', ['activity.value 1 2 性价比高']],
  ['高 is bad for the price', '价格高', ['activity.price -1 2 价格高']],
  ['a single character must be a word', '大量采购', []],
  ['and stand right behind its aspect', '客服把问题核对好', []],
  ['comparison', '不如超市的质量好', []],
  ['a whole phrase of comparison', '比超市便宜', ['activity.price 1 2 比超市便宜']],
  ['hypothesis', '要是质量好就完美了', []],
  ['hypothesis carries on', '如果不好用的话，服务差', []],
  ['another shop', '隔壁的质量很好', []],
  ['uncertainty', '不知道是不是正品', []],
  ['negated outcome', '没有漏发', ['logistics.wrong-goods 1 2 没有漏发']],
  ['patterns', '催了三次还是没发货', ['logistics.ship-speed -1 2 催了三次还是没发货']],
  [
    'two aspects in one clause',
    '质量好包装差',
    ['product.quality 1 2 质量好', 'product.packaging -1 2 包装差'],
  ],
]

describe('opinions of reviews', () => {
  test.each(cases)('%s: %s', (_rule, text, found) => {
    expect(opinions(text)).toEqual(found)
  })
})

describe('opinions of chats', () => {
  test.each([
    ['会过敏吗', []],
    ['质量怎么样', []],
    ['质量好不好', []],
    ['是正品吧', []],
    ['很好', []],
    ['你们质量真差', ['product.quality -1 3 质量真差']],
    ['怎么这么慢，物流', []],
    ['物流怎么这么慢', ['logistics.delivery-speed -1 2 物流怎么这么慢']],
  ])('%s', (text, found) => {
    expect(opinions(text, 'chat')).toEqual(found)
  })
})

describe('categories', () => {
  test('a trade switches its aspects on by the name of the product', () => {
    expect(opinions('很滋润', 'review', '保湿面霜')).toEqual(['beauty.moisturising 1 3 很滋润'])
    expect(opinions('很滋润', 'review', '无线鼠标')).toEqual([])
  })

  test('the product itself comes first', () => {
    expect(opinions('有点拔干', 'review', '哑光口红')).toEqual(['beauty.lip-moist -1 1 有点拔干'])
    expect(opinions('有点拔干', 'review', '补水面膜')).toEqual(['beauty.moisturising -1 1 有点拔干'])
  })
})

test('quotes are the words of the original, masks, full-width and repeats included', () => {
  const texts = ['ＯＫ！！！！质量　好好好好', '[图片]物流特别特别快～～～', '客服[数字x]态度恶劣']
  for (const text of texts) {
    const found = analyzer.analyzeText({ text, role: 'buyer', source: 'review' }).opinions
    expect(found.length).toBeGreaterThan(0)
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
  }
})

test('any text is read without an error and every quote is really there', () => {
  const word = fc.constantFrom(
    '质量',
    '好',
    '不',
    '很',
    '物流',
    '慢',
    '，',
    '。',
    '吗',
    '[图片]',
    '！！！',
    'Ａ',
    ' ',
    '没有',
    '过敏',
    '退款',
    '客服',
    '别',
    '比',
    '怎么这么',
    '😊',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('')
      for (const source of ['chat', 'review'] as const) {
        const { opinions, intents, sentimentScore } = analyzer.analyzeText({ text, role: 'buyer', source })
        for (const hit of [...opinions, ...intents]) expect(text.slice(hit.start, hit.end)).toBe(hit.quote)
        expect(Math.abs(sentimentScore)).toBeLessThanOrEqual(1)
      }
    }),
  )
})
