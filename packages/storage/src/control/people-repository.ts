import { conflict } from '@kesheng/core/errors/errors'
import type { ApiKeyRecord, AuditEntry, PeopleRepository, UserRecord } from '@kesheng/core/people/ports'
import { and, asc, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { databaseCode } from './connection-errors.ts'
import type { ControlDatabase } from './control-database.ts'
import { apiKeys, auditEntries, sessions, signInLinks, users } from './schema/people.ts'

/** The last use of an API key is written at most this often, so that busy keys do not rewrite their row. */
const lastUseMilliseconds = 60_000

const uniqueViolation = '23505'

export class PostgresPeopleRepository implements PeopleRepository {
  private readonly control: ControlDatabase

  constructor(control: ControlDatabase) {
    this.control = control
  }

  async users(tenantId: string): Promise<UserRecord[]> {
    return this.control.run((database) =>
      database
        .select()
        .from(users)
        .where(eq(users.tenantId, tenantId))
        .orderBy(asc(users.createdAt), asc(users.id)),
    )
  }

  async user(id: string): Promise<UserRecord | null> {
    const rows = await this.control.run((database) => database.select().from(users).where(eq(users.id, id)))
    return rows[0] ?? null
  }

  async userByEmail(email: string): Promise<UserRecord | null> {
    const rows = await this.control.run((database) =>
      database
        .select()
        .from(users)
        .where(eq(sql`lower(${users.email})`, email.toLowerCase())),
    )
    return rows[0] ?? null
  }

  async addUser(user: UserRecord): Promise<void> {
    await withFreeEmail(
      this.control.run((database) =>
        database.insert(users).values(user).onConflictDoNothing({ target: users.id }),
      ),
    )
  }

  async changeUser(
    tenantId: string,
    id: string,
    change: Partial<Omit<UserRecord, 'id' | 'tenantId'>>,
  ): Promise<UserRecord | null> {
    const own = and(eq(users.tenantId, tenantId), eq(users.id, id))
    if (Object.keys(change).length === 0) {
      const found = await this.user(id)
      return found?.tenantId === tenantId ? found : null
    }
    const rows = await withFreeEmail(
      this.control.run((database) => database.update(users).set(change).where(own).returning()),
    )
    return rows[0] ?? null
  }

  async addSignInLink(link: { tokenHash: string; userId: string; expiresAt: number }): Promise<void> {
    await this.control.run((database) => database.insert(signInLinks).values(link).onConflictDoNothing())
  }

  async takeSignInLink(tokenHash: string, now: number): Promise<UserRecord | null> {
    const taken = await this.control.run((database) =>
      database.delete(signInLinks).where(eq(signInLinks.tokenHash, tokenHash)).returning(),
    )
    const link = taken[0]
    return link === undefined || link.expiresAt <= now ? null : this.user(link.userId)
  }

  async addSession(session: {
    tokenHash: string
    userId: string
    createdAt: number
    expiresAt: number
  }): Promise<void> {
    await this.control.transaction(async (transaction) => {
      await transaction.delete(sessions).where(lt(sessions.expiresAt, session.createdAt))
      await transaction.insert(sessions).values(session).onConflictDoNothing()
    })
  }

  async sessionUser(tokenHash: string, now: number): Promise<UserRecord | null> {
    const rows = await this.control.run((database) =>
      database
        .select({ user: users })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now))),
    )
    return rows[0]?.user ?? null
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.control.run((database) => database.delete(sessions).where(eq(sessions.tokenHash, tokenHash)))
  }

  async endSessionsOf(userId: string): Promise<void> {
    await this.control.run((database) => database.delete(sessions).where(eq(sessions.userId, userId)))
  }

  async addApiKey(key: ApiKeyRecord): Promise<void> {
    await this.control.run((database) =>
      database.insert(apiKeys).values(key).onConflictDoNothing({ target: apiKeys.id }),
    )
  }

  async apiKeys(tenantId: string): Promise<ApiKeyRecord[]> {
    return this.control.run((database) =>
      database
        .select()
        .from(apiKeys)
        .where(eq(apiKeys.tenantId, tenantId))
        .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id)),
    )
  }

  async apiKeyByHash(secretHash: string, now: number): Promise<ApiKeyRecord | null> {
    const rows = await this.control.run((database) =>
      database
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.secretHash, secretHash), isNull(apiKeys.revokedAt))),
    )
    const key = rows[0]
    if (key === undefined) return null
    if (key.lastUsedAt !== null && now - key.lastUsedAt < lastUseMilliseconds) return key
    await this.control.run((database) =>
      database.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, key.id)),
    )
    return { ...key, lastUsedAt: now }
  }

  async revokeApiKey(tenantId: string, id: string, now: number): Promise<boolean> {
    const rows = await this.control.run((database) =>
      database
        .update(apiKeys)
        .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${now})` })
        .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id)))
        .returning({ id: apiKeys.id }),
    )
    return rows.length > 0
  }

  async audit(entry: AuditEntry): Promise<void> {
    await this.control.run((database) => database.insert(auditEntries).values(entry).onConflictDoNothing())
  }

  async auditEntries(tenantId: string, limit: number, before: number | null): Promise<AuditEntry[]> {
    return this.control.run((database) =>
      database
        .select()
        .from(auditEntries)
        .where(
          and(eq(auditEntries.tenantId, tenantId), before === null ? undefined : lt(auditEntries.at, before)),
        )
        .orderBy(desc(auditEntries.at), desc(auditEntries.id))
        .limit(limit),
    )
  }
}

/** An e-mail address belongs to one user, whatever its case. */
async function withFreeEmail<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (databaseCode(error) !== uniqueViolation) throw error
    throw conflict({
      message: { zh: '该邮箱已被使用', en: 'This e-mail address is in use' },
      remedy: {
        zh: '请换一个邮箱，或启用已有用户',
        en: 'Use another address, or activate the existing user',
      },
      cause: error,
    })
  }
}
