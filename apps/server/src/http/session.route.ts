import { sessionRoutes as contract, type Me } from '@kesheng/contracts/http/session.routes'
import { invalidInput, notSignedIn, notAllowed } from '@kesheng/core/errors/errors'
import type { UserRecord } from '@kesheng/core/people/ports'
import type { Tenant } from '@kesheng/core/workspace/ports'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { requireSameOrigin, sessionCookie } from '../auth/identify.ts'
import { hashPassword, verifyPassword } from '../auth/password.ts'
import { permissionsOf, type Principal } from '../auth/principal.ts'
import { hashToken, newToken } from '../auth/tokens.ts'
import { withStatus } from './problem.ts'
import { serve, servePublic, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

const sessionSeconds = 14 * 86_400

export function sessionRoutes(services: Services): ServedRoute[] {
  const { people } = services.stores
  return [
    serve(contract.current, async ({ principal }) => meOf(personOf(principal), principal.tenant)),

    servePublic(contract.signIn, async ({ body, request, reply }) => {
      requireForeignOriginAbsent(request, services)
      const email = body.email.trim().toLowerCase()
      const keys = [`email:${email}`, `from:${request.ip}`]
      refuseWhenTooMany(services, keys)
      const user = await people.userByEmail(email)
      const stored = user?.active === true ? user.passwordHash : null
      // A wrong e-mail costs as much time as a wrong password, so answers do not tell which accounts exist.
      const matches = await verifyPassword(body.password, stored ?? unknownUserHash)
      if (!user || stored === null || !matches) {
        for (const key of keys) services.attempts.fail(key, services.clock())
        throw wrongCredentials()
      }
      services.attempts.succeed(keys[0] ?? '')
      return startSession(services, user, request, reply, 'session.signIn')
    }),

    servePublic(contract.signInByLink, async ({ body, request, reply }) => {
      requireForeignOriginAbsent(request, services)
      const key = `link:${request.ip}`
      refuseWhenTooMany(services, [key])
      const user = await people.takeSignInLink(hashToken(body.token), services.clock())
      if (!user?.active) {
        services.attempts.fail(key, services.clock())
        throw spentLink()
      }
      return startSession(services, user, request, reply, 'session.signInByLink')
    }),

    serve(contract.signOut, async ({ request, reply }) => {
      const cookie = request.cookies[sessionCookie]
      if (cookie !== undefined) await people.endSession(hashToken(cookie))
      reply.clearCookie(sessionCookie, { path: '/' })
      return { signedOut: true }
    }),

    serve(contract.setPassword, async ({ principal, body, request, reply }) => {
      const user = personOf(principal)
      if (user.passwordHash !== null && !(await verifyPassword(body.current ?? '', user.passwordHash))) {
        throw invalidInput({
          message: { zh: '当前密码不正确。', en: 'The current password is not right.' },
          issues: [{ path: 'body.current', message: 'does not match' }],
        })
      }
      const passwordHash = await hashPassword(body.next)
      const changed = await people.changeUser(user.tenantId, user.id, { passwordHash })
      // Whoever held an old session is out; the person who changed the password stays in with a new one.
      await people.endSessionsOf(user.id)
      return startSession(services, changed ?? user, request, reply, 'session.setPassword')
    }),
  ]
}

/** Hash of a random password nobody knows, of the same cost as real ones. */
const unknownUserHash = await hashPassword(newToken())

async function startSession(
  services: Services,
  user: UserRecord,
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
): Promise<Me> {
  const { people, workspaces } = services.stores
  const tenant = await workspaces.tenant(user.tenantId)
  if (!tenant) throw wrongCredentials()
  const now = services.clock()
  const token = newToken()
  const expiresAt = now + sessionSeconds * 1000
  await people.addSession({ tokenHash: hashToken(token), userId: user.id, createdAt: now, expiresAt })
  await people.changeUser(user.tenantId, user.id, { lastSignInAt: now })
  const detail = { from: request.ip }
  await people.audit({
    id: services.randomId(),
    tenantId: tenant.id,
    at: now,
    actor: user.email,
    action,
    target: user.id,
    detail,
  })
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.address().startsWith('https:'),
    maxAge: sessionSeconds,
  })
  return meOf(user, tenant)
}

function meOf(user: UserRecord, tenant: Tenant): Me {
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    permissions: [...permissionsOf(user)],
    tenantId: tenant.id,
    tenantName: tenant.settings.name,
    timezone: tenant.settings.timezone,
    demo: tenant.demo,
    mustSetPassword: user.passwordHash === null,
  }
}

function personOf(principal: Principal): UserRecord {
  if (principal.user) return principal.user
  throw notAllowed({ message: { zh: 'API 密钥没有个人账号。', en: 'An API key has no personal account.' } })
}

/** Another site must not sign a visitor in to an account of its own choice. */
function requireForeignOriginAbsent(request: FastifyRequest, services: Services): void {
  const said = request.headers['sec-fetch-site'] ?? request.headers.origin
  if (said !== undefined) requireSameOrigin(request, services.config.publicUrl)
}

function refuseWhenTooMany(services: Services, keys: readonly string[]): void {
  const wait = Math.max(...keys.map((key) => services.attempts.wait(key, services.clock())))
  if (wait === 0) return
  const minutes = Math.ceil(wait / 60_000)
  throw withStatus(
    notAllowed({
      message: { zh: '登录失败次数过多。', en: 'Too many failed sign-ins.' },
      remedy: { zh: `请 ${minutes} 分钟后再试。`, en: `Try again in ${minutes} minutes.` },
    }),
    429,
  )
}

function wrongCredentials() {
  return notSignedIn({
    message: { zh: '邮箱或密码不正确。', en: 'E-mail or password is not right.' },
    remedy: {
      zh: '没有设置过密码时，请向管理员要一个登录链接，或在服务器上运行 npx kesheng sign-in-link。',
      en: 'Without a password yet, ask an administrator for a link, or run npx kesheng sign-in-link on the server.',
    },
  })
}

function spentLink() {
  return notSignedIn({
    message: { zh: '登录链接已用过或已过期。', en: 'This sign-in link was used before or has expired.' },
    remedy: {
      zh: '在服务器上运行 npx kesheng sign-in-link 得到新链接，或请管理员重新生成。',
      en: 'Run npx kesheng sign-in-link on the server for a new one, or ask an administrator.',
    },
  })
}
