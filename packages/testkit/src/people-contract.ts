import { randomUUID } from 'node:crypto'
import type { Stores } from '@kesheng/storage/open-stores'
import { describe, expect, it } from 'vitest'
import { addTenant } from './control-fixtures.ts'
import { tenantRecord, userRecord } from './control-records.ts'

/** Workspaces, users, sessions, API keys and the audit trail. */
export function peopleContract(stores: () => Stores): void {
  describe('people and workspaces', () => {
    it('keeps a workspace with its settings', async () => {
      const { workspaces } = stores()
      const tenant = tenantRecord()
      await workspaces.addTenant(tenant)
      expect(await workspaces.tenant(tenant.id)).toEqual(tenant)
      const settings = { ...tenant.settings, name: '新名字' }
      await workspaces.changeSettings(tenant.id, settings)
      await workspaces.setDemo(tenant.id, true)
      expect(await workspaces.tenant(tenant.id)).toEqual({ ...tenant, settings, demo: true })
      expect((await workspaces.tenants()).map((found) => found.id)).toContain(tenant.id)
      expect(await workspaces.tenant('unknown')).toBeNull()
    })

    it('keeps users and finds them by e-mail in any case', async () => {
      const { people } = stores()
      const user = userRecord(await addTenant(stores()))
      await people.addUser(user)
      expect(await people.user(user.id)).toEqual(user)
      expect(await people.userByEmail(user.email.toUpperCase())).toEqual(user)
      expect(await people.users(user.tenantId)).toEqual([user])
    })

    it('refuses an e-mail address that is in use', async () => {
      const { people } = stores()
      const user = userRecord(await addTenant(stores()))
      await people.addUser(user)
      const other = userRecord(user.tenantId, { email: user.email.toUpperCase() })
      await expect(people.addUser(other)).rejects.toMatchObject({ code: 'Conflict' })
    })

    it('changes users of the own workspace only', async () => {
      const { people } = stores()
      const user = userRecord(await addTenant(stores()))
      await people.addUser(user)
      expect(await people.changeUser(await addTenant(stores()), user.id, { name: '别人' })).toBeNull()
      const changed = await people.changeUser(user.tenantId, user.id, {
        role: 'agent',
        agentIds: ['jd/某店:小王'],
      })
      expect(changed).toEqual({ ...user, role: 'agent', agentIds: ['jd/某店:小王'] })
      expect(await people.changeUser(user.tenantId, user.id, {})).toEqual(changed)
    })

    it('lets a sign-in link be used once and in time', async () => {
      const { people } = stores()
      const user = userRecord(await addTenant(stores()))
      await people.addUser(user)
      const [good, late] = [randomUUID(), randomUUID()]
      await people.addSignInLink({ tokenHash: good, userId: user.id, expiresAt: 2_000 })
      await people.addSignInLink({ tokenHash: late, userId: user.id, expiresAt: 2_000 })
      expect(await people.takeSignInLink(good, 1_999)).toEqual(user)
      expect(await people.takeSignInLink(good, 1_999)).toBeNull()
      expect(await people.takeSignInLink(late, 2_000)).toBeNull()
      expect(await people.takeSignInLink('unknown', 0)).toBeNull()
    })

    it('knows a session until it ends or expires', async () => {
      const { people } = stores()
      const user = userRecord(await addTenant(stores()))
      await people.addUser(user)
      const hashes = [randomUUID(), randomUUID(), randomUUID()] as const
      for (const tokenHash of hashes)
        await people.addSession({ tokenHash, userId: user.id, createdAt: 1_000, expiresAt: 5_000 })
      expect(await people.sessionUser(hashes[0], 4_999)).toEqual(user)
      expect(await people.sessionUser(hashes[0], 5_000)).toBeNull()
      await people.endSession(hashes[0])
      expect(await people.sessionUser(hashes[0], 1_000)).toBeNull()
      await people.endSessionsOf(user.id)
      expect(await people.sessionUser(hashes[2], 1_000)).toBeNull()
    })

    it('knows an API key until it is revoked', async () => {
      const { people } = stores()
      const tenantId = await addTenant(stores())
      const key = {
        id: randomUUID(),
        tenantId,
        name: 'ERP',
        prefix: 'ks_ab',
        secretHash: randomUUID(),
        permissions: ['data.import' as const],
        createdAt: 1_000,
        lastUsedAt: null,
        revokedAt: null,
      }
      await people.addApiKey(key)
      expect(await people.apiKeyByHash(key.secretHash, 2_000)).toEqual({ ...key, lastUsedAt: 2_000 })
      expect(await people.apiKeyByHash(key.secretHash, 30_000)).toEqual({ ...key, lastUsedAt: 2_000 })
      expect(await people.apiKeyByHash(key.secretHash, 90_000)).toEqual({ ...key, lastUsedAt: 90_000 })
      expect(await people.revokeApiKey(await addTenant(stores()), key.id, 99_000)).toBe(false)
      expect(await people.revokeApiKey(tenantId, key.id, 99_000)).toBe(true)
      expect(await people.apiKeyByHash(key.secretHash, 100_000)).toBeNull()
      expect(await people.apiKeys(tenantId)).toEqual([{ ...key, lastUsedAt: 90_000, revokedAt: 99_000 }])
    })

    it('keeps an audit trail in pages, newest first', async () => {
      const { people } = stores()
      const tenantId = await addTenant(stores())
      const entry = (at: number) => ({
        id: randomUUID(),
        tenantId,
        at,
        actor: '小林',
        action: 'pii.reveal',
        target: 'message/1',
        detail: { reason: '核对地址' },
      })
      const entries = [entry(1), entry(2), entry(3)]
      for (const one of entries) await people.audit(one)
      expect(await people.auditEntries(tenantId, 2, null)).toEqual([entries[2], entries[1]])
      expect(await people.auditEntries(tenantId, 2, 2)).toEqual([entries[0]])
    })
  })
}
