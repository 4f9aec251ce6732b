import { packs } from '@kesheng/analysis/packs/registry'
import type { PeopleRepository, UserRecord } from '@kesheng/core/people/ports'
import { defaultSettings } from '@kesheng/core/workspace/default-settings'
import type { Tenant, WorkspaceRepository } from '@kesheng/core/workspace/ports'

interface FirstWorkspacePorts {
  people: PeopleRepository
  workspaces: WorkspaceRepository
}

/** The first start of an installation makes one workspace with one administrator; later starts find them. */
export async function ensureFirstWorkspace(
  { people, workspaces }: FirstWorkspacePorts,
  now: number,
  randomId: () => string,
): Promise<{ tenant: Tenant; created: boolean }> {
  const [existing] = await workspaces.tenants()
  const tenant = existing ?? {
    id: randomId(),
    // Every category pack is on at first: a brand switches off what it does not sell.
    settings: { ...defaultSettings('我的品牌'), packs: packs.map((pack) => pack.id) },
    demo: false,
    createdAt: now,
  }
  if (!existing) await workspaces.addTenant(tenant)
  const users = await people.users(tenant.id)
  if (!users.some((user) => user.role === 'admin'))
    await people.addUser(firstAdministrator(tenant.id, now, randomId))
  return { tenant, created: !existing }
}

/** The administrator to print a sign-in link for: the first one, as long as none of them has a password. */
export function administratorWithoutPassword(users: readonly UserRecord[]): UserRecord | null {
  const administrators = users.filter((user) => user.role === 'admin' && user.active)
  if (administrators.some((user) => user.passwordHash !== null)) return null
  return administrators[0] ?? null
}

function firstAdministrator(tenantId: string, now: number, randomId: () => string): UserRecord {
  return {
    id: randomId(),
    tenantId,
    name: '管理员',
    email: 'admin@kesheng.local',
    role: 'admin',
    shopIds: [],
    agentIds: [],
    passwordHash: null,
    active: true,
    createdAt: now,
    lastSignInAt: null,
  }
}
