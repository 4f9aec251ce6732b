import { roleIds, type RoleId } from '@kesheng/contracts/http/access'
import { describe, expect, it } from 'vitest'
import { scopeOf, wholeTenant } from './scope.ts'

const tenant = { id: 'one' }
const reader = (role: RoleId, lists: { shopIds?: string[]; agentIds?: string[] } = {}) => ({
  tenantId: 'one',
  role,
  shopIds: lists.shopIds ?? [],
  agentIds: lists.agentIds ?? [],
})

describe('scopeOf', () => {
  it.each<[RoleId, 'all' | 'shops' | 'self']>([
    ['admin', 'all'],
    ['director', 'all'],
    ['importer', 'all'],
    ['manager', 'shops'],
    ['supervisor', 'shops'],
    ['inspector', 'shops'],
    ['agent', 'self'],
  ])('%s sees %s', (role, rows) => {
    const scope = scopeOf(reader(role, { shopIds: ['jd/a'], agentIds: ['jd/a:b'] }), tenant)
    const expected = {
      all: { shopIds: 'all', agentIds: 'all' },
      shops: { shopIds: ['jd/a'], agentIds: 'all' },
      self: { shopIds: 'all', agentIds: ['jd/a:b'] },
    }[rows]
    expect(scope).toEqual({ tenantId: 'one', ...expected })
  })

  it('sees nothing where the list is empty', () => {
    expect(scopeOf(reader('manager'), tenant).shopIds).toEqual([])
    expect(scopeOf(reader('agent'), tenant).agentIds).toEqual([])
  })

  it.each(roleIds)('%s of another workspace sees nothing', (role) => {
    const stranger = { ...reader(role, { shopIds: ['jd/a'], agentIds: ['jd/a:b'] }), tenantId: 'two' }
    expect(scopeOf(stranger, tenant)).toEqual({ tenantId: 'one', shopIds: [], agentIds: [] })
  })
})

it('gives keys and the command line one whole workspace', () => {
  expect(wholeTenant('one')).toEqual({ tenantId: 'one', shopIds: 'all', agentIds: 'all' })
})
