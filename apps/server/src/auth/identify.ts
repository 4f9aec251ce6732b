import { timingSafeEqual } from 'node:crypto'
import { scopeOf, wholeTenant } from '@kesheng/core/access/scope'
import { notAllowed } from '@kesheng/core/errors/errors'
import { apiKeyOf } from '@kesheng/core/people/api-keys'
import type { PeopleRepository, UserRecord } from '@kesheng/core/people/ports'
import { sessionUser } from '@kesheng/core/people/sign-in'
import { tokenHash } from '@kesheng/core/people/tokens'
import type { WorkspaceRepository } from '@kesheng/core/workspace/ports'
import type { FastifyRequest } from 'fastify'
import { isSameOrigin } from '../http/same-origin.ts'
import { permissionsOf, type Principal } from './principal.ts'

export const sessionCookie = 'kesheng_session'

interface IdentifyPorts {
  people: PeopleRepository
  workspaces: WorkspaceRepository
  /** Token of `<dataDir>/server.json`: whoever can read that file is the operator of this installation. */
  localToken: string
  publicUrl: string | undefined
  clock: () => number
}

/** Finds out who makes a request; null when nobody is named or the name is not known (any more). */
export function createIdentify(ports: IdentifyPorts): (request: FastifyRequest) => Promise<Principal | null> {
  return async (request) => {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer !== undefined) {
      return sameToken(bearer, ports.localToken) ? byCommandLine(ports) : byApiKey(ports, bearer)
    }
    const cookie = request.cookies[sessionCookie]
    if (cookie === undefined) return null
    const user = await sessionUser(ports, cookie)
    if (!user) return null
    requireSameOrigin(request, ports.publicUrl)
    return byUser(ports, user, 'person')
  }
}

/** Refuses a changing request that a page of another site makes with the reader's cookie. */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (isSameOrigin({ method: request.method, headers: request.headers, publicUrl })) return
  throw notAllowed({
    message: { zh: '请求来自其他网站，已拒绝。', en: 'The request came from another site and was refused.' },
    remedy: {
      zh: '请在本系统页面操作；反向代理后请设置 KESHENG_PUBLIC_URL；程序请使用 API 密钥。',
      en: 'Use the pages of this system; behind a proxy set KESHENG_PUBLIC_URL; programs use an API key.',
    },
  })
}

async function byUser(
  ports: IdentifyPorts,
  user: UserRecord,
  kind: 'person' | 'command-line',
): Promise<Principal | null> {
  const tenant = await ports.workspaces.tenant(user.tenantId)
  if (!tenant) return null
  return {
    kind,
    actor: kind === 'person' ? user.email : 'command-line',
    tenant,
    permissions: permissionsOf(user),
    scope: scopeOf(user, tenant),
    user,
  }
}

async function byApiKey(ports: IdentifyPorts, secret: string): Promise<Principal | null> {
  const key = await apiKeyOf(ports, secret)
  if (!key) return null
  const tenant = await ports.workspaces.tenant(key.tenantId)
  if (!tenant) return null
  const scope = wholeTenant(tenant.id)
  return {
    kind: 'apiKey',
    actor: `key:${key.prefix}`,
    tenant,
    permissions: key.permissions,
    scope,
    user: undefined,
  }
}

/** The command line acts in the first workspace for its first active administrator. */
async function byCommandLine(ports: IdentifyPorts): Promise<Principal | null> {
  const [tenant] = await ports.workspaces.tenants()
  if (!tenant) return null
  const users = await ports.people.users(tenant.id)
  const admin = users.find((user) => user.active && user.role === 'admin')
  return admin ? byUser(ports, admin, 'command-line') : null
}

function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)))
}
