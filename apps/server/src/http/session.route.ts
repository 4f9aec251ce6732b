import { sessionRoutes as contract, type Me } from '@kesheng/contracts/http/session.routes'
import { notAllowed, notSignedIn } from '@kesheng/core/errors/errors'
import type { UserRecord } from '@kesheng/core/people/ports'
import { setPassword, signIn, signInByLink, signOut, type SignedIn } from '@kesheng/core/people/sign-in'
import type { Tenant } from '@kesheng/core/workspace/ports'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { requireSameOrigin, sessionCookie } from '../auth/identify.ts'
import { permissionsOf, type Principal } from '../auth/principal.ts'
import { audit } from './audit.ts'
import { withStatus } from './problem.ts'
import { serve, servePublic, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function sessionRoutes(services: Services): ServedRoute[] {
  const ports = services.peoplePorts
  return [
    serve(contract.current, async ({ principal }) => meOf(personOf(principal), principal.tenant)),

    servePublic(contract.signIn, async ({ body, request, reply }) => {
      const keys = [`email:${body.email.trim().toLowerCase()}`, `from:${request.ip}`]
      const signedIn = await limited(services, request, keys, () => signIn(ports, body.email, body.password))
      return startSession(services, signedIn, request, reply, 'session.signIn')
    }),

    servePublic(contract.signInByLink, async ({ body, request, reply }) => {
      const signedIn = await limited(services, request, [`link:${request.ip}`], () =>
        signInByLink(ports, body.token),
      )
      return startSession(services, signedIn, request, reply, 'session.signInByLink')
    }),

    serve(contract.signOut, async ({ request, reply }) => {
      const cookie = request.cookies[sessionCookie]
      if (cookie !== undefined) await signOut(ports, cookie)
      reply.clearCookie(sessionCookie, { path: '/' })
      return { signedOut: true }
    }),

    serve(contract.setPassword, async ({ principal, body, request, reply }) => {
      const signedIn = await setPassword(ports, personOf(principal), body)
      return startSession(services, signedIn, request, reply, 'session.setPassword')
    }),
  ]
}

/** Runs a sign-in from an own page, as long as there were not too many failures before. */
async function limited(
  services: Services,
  request: FastifyRequest,
  keys: readonly string[],
  attempt: () => Promise<SignedIn>,
): Promise<SignedIn> {
  // Another site must not sign a visitor in to an account of its own choice.
  const from = request.headers['sec-fetch-site'] ?? request.headers.origin
  if (from !== undefined) requireSameOrigin(request, services.config.publicUrl)
  const { attempts, clock } = services
  refuseWhen(Math.max(...keys.map((key) => attempts.wait(key, clock()))))
  try {
    const signedIn = await attempt()
    for (const key of keys) attempts.succeed(key)
    return signedIn
  } catch (error) {
    for (const key of keys) attempts.fail(key, clock())
    throw error
  }
}

async function startSession(
  services: Services,
  { user, token, expiresAt }: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
): Promise<Me> {
  const tenant = await services.stores.workspaces.tenant(user.tenantId)
  if (!tenant) throw notSignedIn({ message: { zh: '工作区已不存在。', en: 'The workspace is gone.' } })
  await audit(services, { tenant, actor: user.email }, action, user.id, { from: request.ip })
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.address().startsWith('https:'),
    expires: new Date(expiresAt),
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

function refuseWhen(wait: number): void {
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
