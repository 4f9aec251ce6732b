import type { Role } from '@kesheng/contracts/facts/common'
import { describe, expect, test } from 'vitest'
import { isHandOver } from './hand-over.ts'
import { isColleague, isNoise } from './noise.ts'

const handOvers: [role: Role, text: string, expected: boolean][] = [
  ['system', '已为您转接人工客服', true],
  ['system', '会话已转接至客服小美', true],
  ['system', '人工客服小美为您服务', true],
  ['system', '客服 小美 已接入会话', true],
  ['bot', '正在为您转人工，请不要离开', true],
  ['bot', '如需人工服务，请回复“转人工”', false],
  ['bot', '您可以点击这里转人工客服', false],
  ['bot', '需要为您转接人工吗？', false],
  ['system', '当前人工客服排队中', false],
  ['system', '买家正在浏览商品', false],
  ['buyer', '转人工客服', false],
  ['agent', '我给您转接售后客服', false],
]

const noise: [name: string, texts: string[], expected: boolean][] = [
  ['nothing written', [], false],
  ['a question', ['什么时候发货'], false],
  ['an offer', ['老板需要代运营吗，专业提升店铺权重'], true],
  ['an offer with a question', ['需要刷单吗', '这款面霜怎么卖'], false],
  ['a bare link elsewhere', ['https://example.com/abc'], true],
  ['a product link', ['https://item.taobao.com/item.htm?id=1'], false],
]

describe('hand-over to a person', () => {
  test.each(handOvers)('%s: %s → %s', (role, text, expected) => {
    expect(isHandOver({ role, kind: 'text', text })).toBe(expected)
  })
})

describe('noise', () => {
  test.each(noise)('%s', (_name, texts, expected) => {
    expect(isNoise(texts)).toBe(expected)
  })

  test('colleagues write under the shop’s own name', () => {
    expect(isColleague('旗舰店:小王', 'tmall/旗舰店')).toBe(true)
    expect(isColleague('旗舰店粉丝', 'tmall/旗舰店')).toBe(false)
    expect(isColleague('小鱼', 'tmall/旗舰店')).toBe(false)
  })
})
