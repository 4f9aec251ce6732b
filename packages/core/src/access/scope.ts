import { roles, type RoleId } from '@kesheng/contracts/http/access'

/** The rows a reader may see. An empty list sees nothing. */
export interface Scope {
  readonly tenantId: string
  readonly shopIds: readonly string[] | 'all'
  /** Agent accounts; conversations they took part in, and what hangs on those. */
  readonly agentIds: readonly string[] | 'all'
}

interface Reader {
  tenantId: string
  role: RoleId
  shopIds: readonly string[]
  agentIds: readonly string[]
}

/** Scope of a signed-in person in a workspace. A person of another workspace sees nothing. */
export function scopeOf(user: Reader, tenant: { id: string }): Scope {
  if (user.tenantId !== tenant.id) return { tenantId: tenant.id, shopIds: [], agentIds: [] }
  switch (roles[user.role].rows) {
    case 'all':
      return wholeTenant(tenant.id)
    case 'shops':
      return { tenantId: tenant.id, shopIds: [...user.shopIds], agentIds: 'all' }
    case 'self':
      return { tenantId: tenant.id, shopIds: 'all', agentIds: [...user.agentIds] }
  }
}

/** Scope of API keys and the command line: every row of one workspace. */
export function wholeTenant(tenantId: string): Scope {
  return { tenantId, shopIds: 'all', agentIds: 'all' }
}
