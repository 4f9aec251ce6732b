import { describe, expect, it } from 'vitest'
import { automaticPrefix, messageKindNamed, messageKindOf } from './message.ts'

describe('kind of a message', () => {
  it.each([
    ['[图片]', 'image'],
    ['【图片消息】', 'image'],
    ['<img src="a.png">', 'image'],
    ['https://img.example.com/a/b.jpg?x=1', 'image'],
    ['[卡片消息]', 'card'],
    ['[商品链接]', 'card'],
    ['[语音]', 'voice'],
    ['[视频]', 'video'],
    ['[文件]', 'file'],
    ['撤回了一条消息', 'recall'],
    ['“小禾”撤回了一条消息', 'recall'],
    ['[消息已撤回]', 'recall'],
    ['[图片] 这个怎么装', 'text'],
    ['[微笑]', 'text'],
    ['[订单x]', 'text'],
    ['怎么才能撤回我刚提交的退款申请啊，我点错了想撤回一条消息都找不到地方', 'text'],
    ['https://example.com/item?id=1', 'text'],
    ['您好', 'text'],
  ])('%s → %s', (text, kind) => expect(messageKindOf(text)).toBe(kind))

  it('knows the names sources give', () => {
    expect(['image', '图片消息', 'revoke', 'weapp', '自定义'].map(messageKindNamed)).toEqual([
      'image',
      'image',
      'recall',
      'card',
      undefined,
    ])
  })
})

describe('machines', () => {
  it.each([
    ['【自动回复】亲，在的', 'auto-reply'],
    ['[自动回复] 亲，在的', 'auto-reply'],
    ['自动回复：稍后联系您', 'auto-reply'],
    ['[机器人] 请选择问题', 'bot'],
    ['【店小蜜】您好', 'bot'],
    ['机器人：您好', 'bot'],
    ['机器人吸尘器还有货吗', null],
    ['自动回复怎么设置', null],
    ['您好', null],
  ])('%s → %s', (text, expected) => expect(automaticPrefix(text)).toBe(expected))
})
