import type { Permission } from '@kesheng/contracts/http/access'
import { notFound } from '../errors/errors.ts'
import { requirePermission } from './permissions.ts'
import type { ApiKeyRecord } from './ports.ts'
import { newToken, tokenHash } from './tokens.ts'
import type { PeoplePorts } from './users.ts'

const secretPrefix = 'ks_'
/** Shown in lists, so that people can tell their keys apart. */
const shownLength = secretPrefix.length + 6

/** A new key for programs: `ks_` and 32 random bytes. The secret is shown once; its SHA-256 is kept. */
export async function createApiKey(
  ports: PeoplePorts,
  tenantId: string,
  actor: { id: string; permissions: readonly Permission[] },
  details: { name: string; permissions: Permission[] },
): Promise<{ key: ApiKeyRecord; secret: string }> {
  // Nobody hands out more than they may do themselves.
  for (const permission of details.permissions) requirePermission(actor.permissions, permission)
  const secret = `${secretPrefix}${newToken(ports.randomBytes)}`
  const key: ApiKeyRecord = {
    id: ports.newId(),
    tenantId,
    name: details.name,
    prefix: secret.slice(0, shownLength),
    secretHash: tokenHash(secret),
    permissions: [...new Set(details.permissions)],
    createdAt: ports.clock(),
    lastUsedAt: null,
    revokedAt: null,
  }
  await ports.people.addApiKey(key)
  await ports.people.audit({
    id: ports.newId(),
    tenantId,
    at: ports.clock(),
    actor: actor.id,
    action: 'key.create',
    target: key.id,
    detail: { name: key.name, permissions: key.permissions },
  })
  return { key, secret }
}

/** The key of a request; null when it is no key of ours, unknown or revoked. */
export async function apiKeyOf(
  ports: Pick<PeoplePorts, 'people' | 'clock'>,
  secret: string,
): Promise<ApiKeyRecord | null> {
  if (!secret.startsWith(secretPrefix)) return null
  const key = await ports.people.apiKeyByHash(tokenHash(secret), ports.clock())
  return key === null || key.revokedAt !== null ? null : key
}

export async function revokeApiKey(
  ports: PeoplePorts,
  tenantId: string,
  actor: string,
  id: string,
): Promise<void> {
  if (!(await ports.people.revokeApiKey(tenantId, id, ports.clock())))
    throw notFound({ message: { zh: '没有这个密钥，或已吊销', en: 'No such key, or revoked already' } })
  const entry = { id: ports.newId(), tenantId, at: ports.clock(), actor, action: 'key.revoke', target: id }
  await ports.people.audit({ ...entry, detail: {} })
}
