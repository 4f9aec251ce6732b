import { peopleRoutes as contract, type ApiKey, type User } from '@kesheng/contracts/http/people.routes'
import { invalidInput } from '@kesheng/core/errors/errors'
import { createApiKey, revokeApiKey } from '@kesheng/core/people/api-keys'
import type { ApiKeyRecord, UserRecord } from '@kesheng/core/people/ports'
import { changeUser, createUser, renewSignInLink } from '@kesheng/core/people/users'
import { isoOrNull } from './iso.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'
import { linkOf } from './sign-in-address.ts'

export function peopleRoutes(services: Services): ServedRoute[] {
  return [...userRoutes(services), ...keyRoutes(services), auditRoute(services)]
}

function userRoutes(services: Services): ServedRoute[] {
  const ports = services.peoplePorts
  return [
    serve(contract.list, async ({ principal }) => ({
      users: (await ports.people.users(principal.tenant.id)).map(userView),
    })),

    serve(contract.create, async ({ principal, body }) => {
      const { user, token } = await createUser(ports, principal.tenant.id, principal.actor, body)
      return { user: userView(user), signInLink: linkOf(services.address(), token) }
    }),

    serve(contract.update, async ({ principal, params, body }) =>
      userView(await changeUser(ports, principal.tenant.id, principal.actor, params.id, body)),
    ),

    serve(contract.link, async ({ principal, params }) => {
      const token = await renewSignInLink(ports, principal.tenant.id, principal.actor, params.id)
      return { signInLink: linkOf(services.address(), token) }
    }),
  ]
}

function keyRoutes(services: Services): ServedRoute[] {
  const ports = services.peoplePorts
  return [
    serve(contract.listKeys, async ({ principal }) => {
      const keys = await ports.people.apiKeys(principal.tenant.id)
      return { keys: keys.filter((key) => key.revokedAt === null).map(keyView) }
    }),

    serve(contract.createKey, async ({ principal, body }) => {
      const actor = { id: principal.actor, permissions: principal.permissions }
      const { key, secret } = await createApiKey(ports, principal.tenant.id, actor, body)
      return { key: keyView(key), secret }
    }),

    serve(contract.revokeKey, async ({ principal, params }) => {
      await revokeApiKey(ports, principal.tenant.id, principal.actor, params.id)
      return { revoked: true }
    }),
  ]
}

function auditRoute(services: Services): ServedRoute {
  return serve(contract.audit, async ({ principal, query }) => {
    const before = query.before === undefined ? null : momentOf(query.before)
    const entries = await services.stores.people.auditEntries(principal.tenant.id, query.limit, before)
    return {
      entries: entries.map(({ id, at, actor, action, target, detail }) => {
        return { id, at: new Date(at).toISOString(), actor, action, target, detail }
      }),
    }
  })
}

function momentOf(text: string): number {
  const time = Date.parse(text)
  if (!Number.isNaN(time)) return time
  throw invalidInput({
    message: { zh: `“${text}”不是时间。`, en: `"${text}" is not a time.` },
    remedy: { zh: '例如 2026-11-01T00:00:00Z', en: 'For example 2026-11-01T00:00:00Z' },
    issues: [{ path: 'querystring.before', message: 'an ISO time' }],
  })
}

function userView(user: UserRecord): User {
  const { id, name, email, role, shopIds, agentIds, active } = user
  const createdAt = new Date(user.createdAt).toISOString()
  return {
    id,
    name,
    email,
    role,
    shopIds,
    agentIds,
    active,
    createdAt,
    lastSignInAt: isoOrNull(user.lastSignInAt),
  }
}

function keyView(key: ApiKeyRecord): ApiKey {
  const { id, name, prefix, permissions } = key
  const createdAt = new Date(key.createdAt).toISOString()
  return { id, name, prefix, permissions, createdAt, lastUsedAt: isoOrNull(key.lastUsedAt) }
}
