import { peopleRoutes as contract, type ApiKey, type User } from '@kesheng/contracts/http/people.routes'
import { conflict, notFound } from '@kesheng/core/errors/errors'
import type { ApiKeyRecord, UserRecord } from '@kesheng/core/people/ports'
import { createSignInLink } from '../auth/sign-in-links.ts'
import { newApiKey } from '../auth/tokens.ts'
import { audit } from './audit.ts'
import { defined } from './defined.ts'
import { isoOrNull } from './iso.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function peopleRoutes(services: Services): ServedRoute[] {
  return [...userRoutes(services), ...keyRoutes(services), auditRoute(services)]
}

function userRoutes(services: Services): ServedRoute[] {
  const { people } = services.stores
  const link = (userId: string) => createSignInLink(people, userId, services.address(), services.clock())
  return [
    serve(contract.list, async ({ principal }) => ({
      users: (await people.users(principal.tenant.id)).map(userView),
    })),

    serve(contract.create, async ({ principal, body }) => {
      const email = body.email.toLowerCase()
      if (await people.userByEmail(email)) throw emailTaken()
      const user: UserRecord = {
        ...body,
        email,
        id: services.randomId(),
        tenantId: principal.tenant.id,
        passwordHash: null,
        active: true,
        createdAt: services.clock(),
        lastSignInAt: null,
      }
      await people.addUser(user)
      await audit(services, principal, 'people.create', user.id, { email, role: user.role })
      return { user: userView(user), signInLink: await link(user.id) }
    }),

    serve(contract.update, async ({ principal, params, body }) => {
      const users = await people.users(principal.tenant.id)
      const before = users.find((user) => user.id === params.id)
      if (!before) throw noSuchPerson()
      const change = defined({ ...body, email: body.email?.toLowerCase() })
      const after = { ...before, ...change }
      if (!keepsAnAdministrator(users, after)) throw lastAdministrator()
      if (after.email !== before.email && (await people.userByEmail(after.email))) throw emailTaken()
      const changed = await people.changeUser(principal.tenant.id, params.id, change)
      if (!changed) throw noSuchPerson()
      await people.endSessionsOf(params.id)
      await audit(services, principal, 'people.update', params.id, change)
      return userView(changed)
    }),

    serve(contract.link, async ({ principal, params }) => {
      const users = await people.users(principal.tenant.id)
      if (!users.some((user) => user.id === params.id && user.active)) throw noSuchPerson()
      await audit(services, principal, 'people.link', params.id, {})
      return { signInLink: await link(params.id) }
    }),
  ]
}

function keyRoutes(services: Services): ServedRoute[] {
  const { people } = services.stores
  return [
    serve(contract.listKeys, async ({ principal }) => {
      const keys = await people.apiKeys(principal.tenant.id)
      return { keys: keys.filter((key) => key.revokedAt === null).map(keyView) }
    }),

    serve(contract.createKey, async ({ principal, body }) => {
      const { secret, prefix, hash } = newApiKey()
      const key: ApiKeyRecord = {
        id: services.randomId(),
        tenantId: principal.tenant.id,
        name: body.name,
        prefix,
        secretHash: hash,
        permissions: body.permissions,
        createdAt: services.clock(),
        lastUsedAt: null,
        revokedAt: null,
      }
      await people.addApiKey(key)
      await audit(services, principal, 'people.createKey', key.id, {
        name: key.name,
        permissions: key.permissions,
      })
      return { key: keyView(key), secret }
    }),

    serve(contract.revokeKey, async ({ principal, params }) => {
      const revoked = await people.revokeApiKey(principal.tenant.id, params.id, services.clock())
      if (!revoked) throw notFound({ message: { zh: '没有这个密钥。', en: 'No such key.' } })
      await audit(services, principal, 'people.revokeKey', params.id, {})
      return { revoked }
    }),
  ]
}

function auditRoute(services: Services): ServedRoute {
  return serve(contract.audit, async ({ principal, query }) => {
    const before = query.before === undefined ? null : Date.parse(query.before)
    const entries = await services.stores.people.auditEntries(principal.tenant.id, query.limit, before)
    return {
      entries: entries.map(({ id, at, actor, action, target, detail }) => ({
        id,
        at: new Date(at).toISOString(),
        actor,
        action,
        target,
        detail,
      })),
    }
  })
}

/** A workspace without an active administrator could never be changed again. */
export function keepsAnAdministrator(users: readonly UserRecord[], changed: UserRecord): boolean {
  return users
    .map((user) => (user.id === changed.id ? changed : user))
    .some((user) => user.active && user.role === 'admin')
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

function noSuchPerson() {
  return notFound({ message: { zh: '没有这个人。', en: 'No such person.' } })
}

function emailTaken() {
  return conflict({
    message: { zh: '这个邮箱已有账号。', en: 'There is an account with this e-mail already.' },
    remedy: { zh: '换一个邮箱，或修改已有账号。', en: 'Use another e-mail, or change the existing account.' },
  })
}

function lastAdministrator() {
  return conflict({
    message: { zh: '这是最后一位管理员，不能停用或改角色。', en: 'This is the last administrator.' },
    remedy: { zh: '先把另一个人设为管理员。', en: 'Make somebody else an administrator first.' },
  })
}
