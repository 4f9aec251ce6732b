import type { RoleId } from '@kesheng/contracts/http/access'
import { conflict, notFound } from '../errors/errors.ts'
import { losesLastAdmin } from './permissions.ts'
import type { PeopleRepository, UserRecord } from './ports.ts'
import { linkLifetime } from './sign-in.ts'
import { newToken, tokenHash, type RandomBytes } from './tokens.ts'

export interface PeoplePorts {
  people: PeopleRepository
  /** Epoch ms. */
  clock: () => number
  newId: () => string
  randomBytes: RandomBytes
}

export interface UserChange {
  name?: string | undefined
  email?: string | undefined
  role?: RoleId | undefined
  shopIds?: string[] | undefined
  agentIds?: string[] | undefined
  active?: boolean | undefined
}

export interface NewUser {
  name: string
  email: string
  role: RoleId
  shopIds?: string[]
  agentIds?: string[]
}

const normalised = (email: string): string => email.trim().toLowerCase()

async function refuseTakenEmail(ports: PeoplePorts, email: string, userId: string): Promise<void> {
  const holder = await ports.people.userByEmail(email)
  if (holder !== null && holder.id !== userId)
    throw conflict({ message: { zh: '这个邮箱已有账号', en: 'This e-mail already has an account' } })
}

async function audit(
  ports: PeoplePorts,
  tenantId: string,
  actor: string,
  action: string,
  target: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await ports.people.audit({ id: ports.newId(), tenantId, at: ports.clock(), actor, action, target, detail })
}

/** A one-time sign-in token for a person; hand it over as a link. It is not stored and cannot be shown again. */
export async function createSignInLink(ports: PeoplePorts, userId: string): Promise<string> {
  const token = newToken(ports.randomBytes)
  await ports.people.addSignInLink({
    tokenHash: tokenHash(token),
    userId,
    expiresAt: ports.clock() + linkLifetime,
  })
  return token
}

/** Adds a person without a password; they come in by the link and set one. */
export async function createUser(
  ports: PeoplePorts,
  tenantId: string,
  actor: string,
  details: NewUser,
): Promise<{ user: UserRecord; token: string }> {
  const email = normalised(details.email)
  await refuseTakenEmail(ports, email, '')
  const user: UserRecord = {
    id: ports.newId(),
    tenantId,
    name: details.name,
    email,
    role: details.role,
    shopIds: details.shopIds ?? [],
    agentIds: details.agentIds ?? [],
    passwordHash: null,
    active: true,
    createdAt: ports.clock(),
    lastSignInAt: null,
  }
  await ports.people.addUser(user)
  await audit(ports, tenantId, actor, 'user.create', user.id, { email, role: user.role })
  return { user, token: await createSignInLink(ports, user.id) }
}

async function userOf(ports: PeoplePorts, tenantId: string, id: string): Promise<UserRecord> {
  const user = await ports.people.user(id)
  if (user === null || user.tenantId !== tenantId)
    throw notFound({ message: { zh: '没有这个用户', en: 'No such user' } })
  return user
}

/** Changes a person; a change of role, rows or active state signs them out, so it holds at once. */
export async function changeUser(
  ports: PeoplePorts,
  tenantId: string,
  actor: string,
  id: string,
  change: UserChange,
): Promise<UserRecord> {
  const user = await userOf(ports, tenantId, id)
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Omit<UserRecord, 'id' | 'tenantId'>>
  if (given.email !== undefined) {
    given.email = normalised(given.email)
    await refuseTakenEmail(ports, given.email, id)
  }
  const next = { role: given.role ?? user.role, active: given.active ?? user.active }
  if (losesLastAdmin(await ports.people.users(tenantId), id, next))
    throw conflict({
      message: { zh: '这是最后一个启用的管理员', en: 'This is the last active administrator' },
      remedy: { zh: '先把另一个人设为管理员', en: 'Make somebody else an administrator first' },
    })
  const changed = await ports.people.changeUser(tenantId, id, given)
  if (changed === null) throw notFound({ message: { zh: '没有这个用户', en: 'No such user' } })
  const rights = ['role', 'shopIds', 'agentIds', 'active'] as const
  if (rights.some((field) => field in given)) await ports.people.endSessionsOf(id)
  await audit(ports, tenantId, actor, 'user.change', id, given)
  return changed
}

/** A new one-time link for a person, e.g. after a forgotten password. */
export async function renewSignInLink(
  ports: PeoplePorts,
  tenantId: string,
  actor: string,
  id: string,
): Promise<string> {
  const user = await userOf(ports, tenantId, id)
  if (!user.active) throw conflict({ message: { zh: '这个用户已停用', en: 'This user is disabled' } })
  await audit(ports, tenantId, actor, 'user.link', id, {})
  return createSignInLink(ports, id)
}
