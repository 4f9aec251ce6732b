import { invalidInput, notSignedIn } from '../errors/errors.ts'
import { hashPassword, isOutdated, saltLength, verifyPassword } from './passwords.ts'
import type { PeopleRepository, UserRecord } from './ports.ts'
import { newToken, tokenHash, type RandomBytes } from './tokens.ts'

export interface SignInPorts {
  people: PeopleRepository
  /** Epoch ms. */
  clock: () => number
  randomBytes: RandomBytes
}

export interface SignedIn {
  user: UserRecord
  /** Goes into the cookie; only its hash is stored. */
  token: string
  expiresAt: number
}

const hour = 3_600_000
export const sessionLifetime = 14 * 24 * hour
export const linkLifetime = 48 * hour
export const shortestPassword = 10

/** Compared against when there is no such user, so that the answer takes as long and tells nothing. */
const nobodysHash = `scrypt$32768$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`

const refused = () =>
  notSignedIn({
    message: { zh: '邮箱或密码不对', en: 'E-mail or password is wrong' },
    remedy: {
      zh: '忘记密码时，请管理员发一个一次性登录链接',
      en: 'Ask an administrator for a one-time sign-in link',
    },
  })

async function openSession(ports: SignInPorts, user: UserRecord): Promise<SignedIn> {
  const now = ports.clock()
  const token = newToken(ports.randomBytes)
  const expiresAt = now + sessionLifetime
  await ports.people.addSession({ tokenHash: tokenHash(token), userId: user.id, createdAt: now, expiresAt })
  const change = { lastSignInAt: now }
  return { user: (await ports.people.changeUser(user.tenantId, user.id, change)) ?? user, token, expiresAt }
}

/** Signs in with e-mail and password. */
export async function signIn(ports: SignInPorts, email: string, password: string): Promise<SignedIn> {
  const user = await ports.people.userByEmail(email.trim().toLowerCase())
  const known = user !== null && user.active && user.passwordHash !== null
  const right = await verifyPassword(password, user?.passwordHash ?? nobodysHash)
  if (!known || !right) throw refused()
  if (user.passwordHash !== null && isOutdated(user.passwordHash)) {
    const passwordHash = await hashPassword(password, ports.randomBytes(saltLength))
    await ports.people.changeUser(user.tenantId, user.id, { passwordHash })
  }
  return openSession(ports, user)
}

/** Signs in with a one-time link; the link is used up. */
export async function signInByLink(ports: SignInPorts, token: string): Promise<SignedIn> {
  const user = await ports.people.takeSignInLink(tokenHash(token), ports.clock())
  if (user === null || !user.active)
    throw notSignedIn({
      message: { zh: '登录链接已用过或已过期', en: 'The sign-in link was used or has expired' },
      remedy: { zh: '请管理员再发一个', en: 'Ask an administrator for a new one' },
    })
  return openSession(ports, user)
}

/** The person of a session cookie; null when it is unknown, ended or expired, or the person was disabled. */
export async function sessionUser(
  ports: Pick<SignInPorts, 'people' | 'clock'>,
  token: string,
): Promise<UserRecord | null> {
  const user = await ports.people.sessionUser(tokenHash(token), ports.clock())
  return user?.active === true ? user : null
}

export function signOut(ports: Pick<SignInPorts, 'people'>, token: string): Promise<void> {
  return ports.people.endSession(tokenHash(token))
}

/** Sets the own password; the current one is needed when there is one. Other sessions end, a new one starts. */
export async function setPassword(
  ports: SignInPorts,
  user: UserRecord,
  passwords: { current?: string | undefined; next: string },
): Promise<SignedIn> {
  const { current, next } = passwords
  if ([...new Intl.Segmenter('zh').segment(next)].length < shortestPassword)
    throw invalidInput({
      message: {
        zh: `密码至少 ${shortestPassword} 个字符`,
        en: `A password has at least ${shortestPassword} characters`,
      },
    })
  if (user.passwordHash !== null && !(await verifyPassword(current ?? '', user.passwordHash)))
    throw invalidInput({ message: { zh: '当前密码不对', en: 'The current password is wrong' } })
  const passwordHash = await hashPassword(next, ports.randomBytes(saltLength))
  const changed = await ports.people.changeUser(user.tenantId, user.id, { passwordHash })
  await ports.people.endSessionsOf(user.id)
  return openSession(ports, changed ?? { ...user, passwordHash })
}
