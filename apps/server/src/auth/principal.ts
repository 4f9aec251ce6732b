import { roles, type Permission } from '@kesheng/contracts/http/access'
import type { Access } from '@kesheng/contracts/http/route'
import type { Scope } from '@kesheng/core/access/scope'
import type { UserRecord } from '@kesheng/core/people/ports'
import type { Tenant } from '@kesheng/core/workspace/ports'

/** Who makes a request: a person (by cookie, or the local command line acting for the administrator) or an API key. */
export interface Principal {
  kind: 'person' | 'command-line' | 'apiKey'
  /** Name in the audit log. */
  actor: string
  tenant: Tenant
  permissions: readonly Permission[]
  /** Rows the holder sees; every read is given it. */
  scope: Scope
  /** Absent for API keys. */
  user: UserRecord | undefined
}

export function permissionsOf(user: UserRecord): readonly Permission[] {
  return roles[user.role].permissions
}

/** API keys hold permissions, not a person's place: they cannot call what is for signed-in people. */
export function decideAccess(
  access: Access,
  principal: Pick<Principal, 'kind' | 'permissions'> | null,
): 'allowed' | 'notSignedIn' | 'notAllowed' {
  if (access === 'public') return 'allowed'
  if (!principal) return 'notSignedIn'
  if (access === 'signedIn') return principal.kind === 'apiKey' ? 'notAllowed' : 'allowed'
  return principal.permissions.includes(access.permission) ? 'allowed' : 'notAllowed'
}
