import type { Permission, RoleId } from '@kesheng/contracts/http/access'

export interface UserRecord {
  id: string
  tenantId: string
  name: string
  email: string
  role: RoleId
  shopIds: string[]
  agentIds: string[]
  /** scrypt hash with its parameters; null until a password is set. */
  passwordHash: string | null
  active: boolean
  createdAt: number
  lastSignInAt: number | null
}

export interface ApiKeyRecord {
  id: string
  tenantId: string
  name: string
  prefix: string
  secretHash: string
  permissions: Permission[]
  createdAt: number
  lastUsedAt: number | null
  revokedAt: number | null
}

export interface AuditEntry {
  id: string
  tenantId: string
  at: number
  actor: string
  action: string
  target: string
  detail: Record<string, unknown>
}

/** Tokens are stored as SHA-256 hashes only. */
export interface PeopleRepository {
  users(tenantId: string): Promise<UserRecord[]>
  user(id: string): Promise<UserRecord | null>
  userByEmail(email: string): Promise<UserRecord | null>
  addUser(user: UserRecord): Promise<void>
  changeUser(
    tenantId: string,
    id: string,
    change: Partial<Omit<UserRecord, 'id' | 'tenantId'>>,
  ): Promise<UserRecord | null>
  addSignInLink(link: { tokenHash: string; userId: string; expiresAt: number }): Promise<void>
  /** Uses a link up; null when unknown, used or expired. */
  takeSignInLink(tokenHash: string, now: number): Promise<UserRecord | null>
  addSession(session: {
    tokenHash: string
    userId: string
    createdAt: number
    expiresAt: number
  }): Promise<void>
  sessionUser(tokenHash: string, now: number): Promise<UserRecord | null>
  endSession(tokenHash: string): Promise<void>
  endSessionsOf(userId: string): Promise<void>
  addApiKey(key: ApiKeyRecord): Promise<void>
  apiKeys(tenantId: string): Promise<ApiKeyRecord[]>
  apiKeyByHash(secretHash: string, now: number): Promise<ApiKeyRecord | null>
  revokeApiKey(tenantId: string, id: string, now: number): Promise<boolean>
  audit(entry: AuditEntry): Promise<void>
  auditEntries(tenantId: string, limit: number, before: number | null): Promise<AuditEntry[]>
}
