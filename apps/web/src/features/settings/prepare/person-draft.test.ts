import { describe, expect, it } from 'vitest'
import { cleanDraft, newPerson, reachOf } from './person-draft.ts'

const filled = {
  ...newPerson,
  name: ' 李敏 ',
  email: ' limin@example.com ',
  shopIds: ['jd/甲店'],
  agentIds: ['jd/甲店:小满'],
}

describe('cleanDraft', () => {
  it.each([
    ['inspector', ['jd/甲店'], []],
    ['agent', [], ['jd/甲店:小满']],
    ['director', [], []],
  ] as const)('sends for a %s only the rows of that role', (role, shopIds, agentIds) => {
    expect(cleanDraft({ ...filled, role })).toEqual({
      name: '李敏',
      email: 'limin@example.com',
      role,
      shopIds,
      agentIds,
    })
  })
})

describe('reachOf', () => {
  it('says when a person sees nothing yet', () => {
    expect(reachOf({ role: 'manager', shopIds: [], agentIds: ['jd/甲店:小满'] })).toEqual({ kind: 'none' })
    expect(reachOf({ role: 'manager', shopIds: ['jd/甲店'], agentIds: [] })).toEqual({
      kind: 'shops',
      count: 1,
    })
    expect(reachOf({ role: 'agent', shopIds: [], agentIds: ['a', 'b'] })).toEqual({
      kind: 'agents',
      count: 2,
    })
    expect(reachOf({ role: 'admin', shopIds: [], agentIds: [] })).toEqual({ kind: 'all' })
  })
})
