import { permissions } from '@kesheng/contracts/http/access'
import { describe, expect, test } from 'vitest'
import { MemoryPeople } from '../testing/memory-people.ts'
import { apiKeyOf, createApiKey, revokeApiKey } from './api-keys.ts'
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts'
import { losesLastAdmin, may, requirePermission } from './permissions.ts'
import type { UserRecord } from './ports.ts'
import {
  linkLifetime,
  sessionLifetime,
  sessionUser,
  setPassword,
  signIn,
  signInByLink,
  signOut,
} from './sign-in.ts'
import { changeUser, createUser, renewSignInLink, type PeoplePorts } from './users.ts'

const tenantId = 'tenant-a'
const goodPassword = '正确的-horse-battery'

function setUp() {
  const people = new MemoryPeople()
  const time = { now: 1000 }
  let serial = 0
  const ports: PeoplePorts = {
    people,
    clock: () => time.now,
    newId: () => `id${++serial}`,
    randomBytes: (count) => Buffer.alloc(count, ++serial),
  }
  const add = (email: string, role: UserRecord['role'] = 'admin') =>
    createUser(ports, tenantId, 'cli', { name: email, email, role })
  return { people, ports, time, add }
}

describe('passwords', () => {
  test('the right one fits, another does not', async () => {
    const hash = await hashPassword(goodPassword, Buffer.alloc(16, 1))
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$/)
    expect(await verifyPassword(goodPassword, hash)).toBe(true)
    expect(await verifyPassword(`${goodPassword} `, hash)).toBe(false)
    expect(isOutdated(hash)).toBe(false)
    expect(isOutdated(hash.replace('32768', '16384'))).toBe(true)
  })

  test('the same characters typed otherwise are the same password', async () => {
    const hash = await hashPassword('Ａbc1234567', Buffer.alloc(16, 1))
    expect(await verifyPassword('Abc1234567', hash)).toBe(true)
  })

  test('an unreadable hash fits nothing', async () => {
    expect(await verifyPassword('x', 'bcrypt$1')).toBe(false)
  })
})

describe('signing in', () => {
  test('a link works once, then a password can be set and used', async () => {
    const { ports, add } = setUp()
    const { user, token } = await add(' Boss@Example.com ')
    expect(user.email).toBe('boss@example.com')
    const first = await signInByLink(ports, token)
    await expect(signInByLink(ports, token)).rejects.toMatchObject({ code: 'NotSignedIn' })
    const second = await setPassword(ports, first.user, { next: goodPassword })
    expect(await sessionUser(ports, first.token)).toBeNull()
    expect((await sessionUser(ports, second.token))?.id).toBe(user.id)
    expect((await signIn(ports, 'BOSS@example.com', goodPassword)).user.lastSignInAt).toBe(1000)
    await expect(signIn(ports, 'boss@example.com', 'wrong')).rejects.toMatchObject({ code: 'NotSignedIn' })
  })

  test('links and sessions expire', async () => {
    const { ports, add, time } = setUp()
    const { token } = await add('a@b.cn')
    const other = await renewSignInLink(ports, tenantId, 'cli', 'id1')
    const { token: session } = await signInByLink(ports, token)
    time.now += linkLifetime + 1
    await expect(signInByLink(ports, other)).rejects.toMatchObject({ code: 'NotSignedIn' })
    expect(await sessionUser(ports, session)).not.toBeNull()
    time.now += sessionLifetime
    expect(await sessionUser(ports, session)).toBeNull()
  })

  test('signing out ends the session', async () => {
    const { ports, add } = setUp()
    const { token } = await signInByLink(ports, (await add('a@b.cn')).token)
    await signOut(ports, token)
    expect(await sessionUser(ports, token)).toBeNull()
  })

  test('nobody, nobody yet and nobody any more get the same answer', async () => {
    const { ports, add } = setUp()
    await add('admin@b.cn')
    const { user } = await add('a@b.cn', 'agent')
    const wrong = { code: 'NotSignedIn', text: { en: 'E-mail or password is wrong' } }
    await expect(signIn(ports, 'none@b.cn', goodPassword)).rejects.toMatchObject(wrong)
    await expect(signIn(ports, 'a@b.cn', goodPassword)).rejects.toMatchObject(wrong)
    await setPassword(ports, user, { next: goodPassword })
    await changeUser(ports, tenantId, 'cli', user.id, { active: false })
    await expect(signIn(ports, 'a@b.cn', goodPassword)).rejects.toMatchObject(wrong)
  })

  test('a password needs ten characters and the current one', async () => {
    const { ports, add } = setUp()
    const { user } = await add('a@b.cn')
    await expect(setPassword(ports, user, { next: '123456789' })).rejects.toMatchObject({
      code: 'InvalidInput',
    })
    const { user: changed } = await setPassword(ports, user, { next: goodPassword })
    const wrong = setPassword(ports, changed, { current: 'x', next: goodPassword })
    await expect(wrong).rejects.toMatchObject({ code: 'InvalidInput' })
    await setPassword(ports, changed, { current: goodPassword, next: `${goodPassword}2` })
  })
})

const admin = (id: string, active: boolean) => ({ id, active, role: 'admin' }) as UserRecord

describe('people', () => {
  test('an e-mail has one account', async () => {
    const { add } = setUp()
    await add('a@b.cn')
    await expect(add('A@b.cn')).rejects.toMatchObject({ code: 'Conflict' })
  })

  test('a change of rights signs the person out and is audited, a change of name is not felt', async () => {
    const { ports, add, people } = setUp()
    await add('admin@b.cn')
    const { user, token } = await add('a@b.cn', 'supervisor')
    const session = await signInByLink(ports, token)
    await changeUser(ports, tenantId, 'boss', user.id, { name: '小李', role: undefined })
    expect(await sessionUser(ports, session.token)).not.toBeNull()
    await changeUser(ports, tenantId, 'boss', user.id, { shopIds: ['jd/旗舰店'] })
    expect(await sessionUser(ports, session.token)).toBeNull()
    expect(people.entries.at(-1)).toMatchObject({ action: 'user.change', actor: 'boss', target: user.id })
  })

  test('people of another workspace are not found', async () => {
    const { ports, add } = setUp()
    const { user } = await add('a@b.cn')
    const change = changeUser(ports, 'tenant-b', 'x', user.id, { name: 'x' })
    await expect(change).rejects.toMatchObject({ code: 'NotFound' })
  })

  test.each<[string, { role?: 'agent'; active?: boolean }]>([
    ['disabled', { active: false }],
    ['given another role', { role: 'agent' }],
  ])('the last administrator cannot be %s', async (_name, change) => {
    const { ports, add } = setUp()
    const { user } = await add('a@b.cn')
    await expect(changeUser(ports, tenantId, 'x', user.id, change)).rejects.toMatchObject({
      code: 'Conflict',
    })
    await add('second@b.cn')
    expect(await changeUser(ports, tenantId, 'x', user.id, change)).toMatchObject(change)
  })

  test('a disabled administrator does not count', () => {
    const users = [admin('a', true), admin('b', false)]
    expect(losesLastAdmin(users, 'a', { role: 'admin', active: false })).toBe(true)
    expect(losesLastAdmin(users, 'b', { role: 'admin', active: false })).toBe(false)
  })
})

describe('permissions', () => {
  test.each([
    ['admin', 'people.manage', true],
    ['supervisor', 'pii.reveal', true],
    ['manager', 'pii.reveal', false],
    ['importer', 'insights.read', true],
    ['importer', 'conversations.read', false],
  ] as const)('%s may %s: %s', (role, permission, expected) => {
    expect(may(role, permission)).toBe(expected)
  })

  test('what is missing is refused', () => {
    expect(() => requirePermission(['insights.read'], 'data.import')).toThrow('data.import')
  })
})

describe('API keys', () => {
  const boss = { id: 'boss', permissions }

  test('work until they are revoked; only a hash is kept', async () => {
    const { ports, people } = setUp()
    const details = { name: 'erp', permissions: ['data.import' as const] }
    const { key, secret } = await createApiKey(ports, tenantId, boss, details)
    expect(secret).toMatch(/^ks_[\w-]{43}$/)
    expect(secret.startsWith(key.prefix)).toBe(true)
    expect(JSON.stringify([...people.keys.values(), people.entries])).not.toContain(secret)
    expect((await apiKeyOf(ports, secret))?.id).toBe(key.id)
    await revokeApiKey(ports, tenantId, 'boss', key.id)
    expect(await apiKeyOf(ports, secret)).toBeNull()
    await expect(revokeApiKey(ports, tenantId, 'boss', key.id)).rejects.toMatchObject({ code: 'NotFound' })
  })

  test('nobody gives a key more than they may do', async () => {
    const { ports } = setUp()
    const weak = { id: 'x', permissions: ['people.manage' as const] }
    const details = { name: 'erp', permissions: ['pii.reveal' as const] }
    await expect(createApiKey(ports, tenantId, weak, details)).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  test('other secrets are no keys', async () => {
    expect(await apiKeyOf(setUp().ports, 'sk_live')).toBeNull()
  })
})
