import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Permission, RoleId } from '@kesheng/contracts/http/access'
import { createApiKey } from '@kesheng/core/people/api-keys'
import { createUser } from '@kesheng/core/people/users'
import { signInByLink } from '@kesheng/core/people/sign-in'
import { readConfig } from '../config/config.ts'
import { createLog } from '../logging/log.ts'
import { compose, type Composed } from '../main/compose.ts'
import { ensureFirstWorkspace } from '../main/first-workspace.ts'

/** The whole server on its embedded engines in a directory of its own, answering without listening. */
export interface TemporaryServer extends Composed {
  tenantId: string
  /** Headers of a signed-in browser page. */
  asRole(
    role: RoleId,
    tenantId?: string,
    rows?: { shopIds?: string[]; agentIds?: string[] },
  ): Promise<Record<string, string>>
  asApiKey(permissions: Permission[], tenantId?: string): Promise<Record<string, string>>
  /** A second workspace beside the first. */
  addTenant(name: string): Promise<string>
  remove(): Promise<void>
}

/** The parts of one server process in `dataDir`; `environment` may name the stores' servers. */
export function composeIn(dataDir: string, environment: Record<string, string> = {}): Promise<Composed> {
  const given = { KESHENG_DATA_DIR: dataDir, KESHENG_LOG_LEVEL: 'warn', PORT: '0' }
  const config = readConfig({ ...given, ...environment })
  return compose({ config, log: createLog({ level: config.logLevel, human: true }) })
}

/** `dataDir` opens what another one left behind. */
export async function startTemporaryServer(
  dataDir = mkdtempSync(join(tmpdir(), 'kesheng-server-')),
  environment: Record<string, string> = {},
): Promise<TemporaryServer> {
  const composed = await composeIn(dataDir, environment)
  const { services } = composed
  const { people, workspaces } = services.stores
  const { tenant } = await ensureFirstWorkspace({ people, workspaces }, services.clock(), services.randomId)
  return {
    ...composed,
    tenantId: tenant.id,
    asRole: async (role, tenantId = tenant.id, rows = {}) => {
      const person = { name: role, email: `${role}-${services.randomId()}@example.com`, role, ...rows }
      const { token: link } = await createUser(services.peoplePorts, tenantId, 'test', person)
      const { token } = await signInByLink(services.peoplePorts, link)
      return { cookie: `kesheng_session=${token}`, 'sec-fetch-site': 'same-origin' }
    },
    asApiKey: async (permissions, tenantId = tenant.id) => {
      const details = { name: 'test', permissions }
      const { secret } = await createApiKey(
        services.peoplePorts,
        tenantId,
        { id: 'test', permissions },
        details,
      )
      return { authorization: `Bearer ${secret}` }
    },
    addTenant: async (name) => {
      const id = services.randomId()
      await workspaces.addTenant({
        id,
        settings: { ...tenant.settings, name },
        demo: false,
        createdAt: services.clock(),
      })
      return id
    },
    remove: async () => {
      await composed.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
