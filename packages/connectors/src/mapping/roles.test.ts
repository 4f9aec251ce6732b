import { describe, expect, it } from 'vitest'
import { roleNamed, roleOfParties, roleOfSender } from './roles.ts'

describe('roles', () => {
  it.each([
    ['买家', 'buyer'],
    ['顾客发送', 'buyer'],
    ['user', 'buyer'],
    ['incoming', 'buyer'],
    ['客服', 'agent'],
    ['商家端', 'agent'],
    ['Agent', 'agent'],
    ['机器人', 'bot'],
    ['系统消息', 'system'],
    ['小美', undefined],
  ])('%s → %s', (word, role) => expect(roleNamed(word)).toBe(role))

  const party = { sender: '', agent: '', buyer: '', shop: '' }
  it.each([
    ['the agent of the row', { sender: '小美', agent: '小美' }, 'agent'],
    ['the buyer of the row', { sender: 't**1', buyer: 't**1' }, 'buyer'],
    ['the shop', { sender: '沐光旗舰店', shop: '沐光旗舰店' }, 'agent'],
    ['a sub-account of the shop', { sender: 'cntaobao沐光:小禾', shop: '沐光' }, 'agent'],
    ['a sub-account of an unknown shop', { sender: '沐光家居:小禾' }, 'agent'],
    ['somebody else when the shop is known', { sender: 't**1', shop: '沐光' }, 'buyer'],
    ['a robot', { sender: '沐光智能客服', shop: '沐光' }, 'bot'],
    ['the system', { sender: '系统消息', shop: '沐光' }, 'system'],
    ['a stranger when nothing is known', { sender: 't**1' }, undefined],
    ['nobody', {}, undefined],
  ])('%s', (_, given, role) => expect(roleOfSender({ ...party, ...given })).toBe(role))

  it('a row that fills one side only was sent by it', () => {
    expect(roleOfParties({ ...party, agent: '小美' })).toBe('agent')
    expect(roleOfParties({ ...party, buyer: 't**1' })).toBe('buyer')
    expect(roleOfParties({ ...party, agent: '小美', buyer: 't**1' })).toBeUndefined()
  })

  it.each([
    ['to a sub-account', { sender: '小鱼', receiver: '沐光家居:小禾' }, 'buyer'],
    ['to the buyer of the row', { sender: '小禾', receiver: 't**1', buyer: 't**1' }, 'agent'],
    ['somebody else than the buyer', { sender: '小禾', buyer: 't**1' }, 'agent'],
    ['between strangers', { sender: '小鱼', receiver: '小禾' }, undefined],
  ])('%s', (_, given, role) => expect(roleOfParties({ ...party, ...given })).toBe(role))
})
