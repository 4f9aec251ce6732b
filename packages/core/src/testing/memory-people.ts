import type { ApiKeyRecord, AuditEntry, PeopleRepository, UserRecord } from '../people/ports.ts'

/** People in memory, with the same rules for links and sessions as the store. */
export class MemoryPeople implements PeopleRepository {
  readonly userList = new Map<string, UserRecord>()
  readonly links = new Map<string, { userId: string; expiresAt: number }>()
  readonly sessions = new Map<string, { userId: string; expiresAt: number }>()
  readonly keys = new Map<string, ApiKeyRecord>()
  readonly entries: AuditEntry[] = []

  async users(tenantId: string) {
    return [...this.userList.values()].filter((user) => user.tenantId === tenantId)
  }
  async user(id: string) {
    return this.userList.get(id) ?? null
  }
  async userByEmail(email: string) {
    return [...this.userList.values()].find((user) => user.email === email) ?? null
  }
  async addUser(user: UserRecord) {
    this.userList.set(user.id, user)
  }
  async changeUser(_tenantId: string, id: string, change: Partial<UserRecord>) {
    const user = this.userList.get(id)
    if (user === undefined) return null
    const changed = { ...user, ...change }
    this.userList.set(id, changed)
    return changed
  }
  async addSignInLink(link: { tokenHash: string; userId: string; expiresAt: number }) {
    this.links.set(link.tokenHash, link)
  }
  async takeSignInLink(tokenHash: string, now: number) {
    const link = this.links.get(tokenHash)
    this.links.delete(tokenHash)
    return link === undefined || link.expiresAt < now ? null : this.user(link.userId)
  }
  async addSession(session: { tokenHash: string; userId: string; createdAt: number; expiresAt: number }) {
    this.sessions.set(session.tokenHash, session)
  }
  async sessionUser(tokenHash: string, now: number) {
    const session = this.sessions.get(tokenHash)
    return session === undefined || session.expiresAt < now ? null : this.user(session.userId)
  }
  async endSession(tokenHash: string) {
    this.sessions.delete(tokenHash)
  }
  async endSessionsOf(userId: string) {
    for (const [hash, session] of this.sessions) if (session.userId === userId) this.sessions.delete(hash)
  }
  async addApiKey(key: ApiKeyRecord) {
    this.keys.set(key.secretHash, key)
  }
  async apiKeys() {
    return [...this.keys.values()]
  }
  async apiKeyByHash(secretHash: string) {
    return this.keys.get(secretHash) ?? null
  }
  async revokeApiKey(_tenantId: string, id: string, now: number) {
    const key = [...this.keys.values()].find((each) => each.id === id && each.revokedAt === null)
    if (key !== undefined) this.keys.set(key.secretHash, { ...key, revokedAt: now })
    return key !== undefined
  }
  async audit(entry: AuditEntry) {
    this.entries.push(entry)
  }
  async auditEntries() {
    return this.entries
  }
}
