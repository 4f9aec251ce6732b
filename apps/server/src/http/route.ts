import { type Route } from '@kesheng/contracts/http/route'
import { bug, notAllowed, notSignedIn } from '@kesheng/core/errors/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { decideAccess, type Principal } from '../auth/principal.ts'
import { languageOf, type Language } from './language.ts'

type Parsed<Schema extends z.ZodType | undefined> = z.output<NonNullable<Schema>>

/** What a handler gets: input already parsed, and the caller with the scope every read must be given. */
export interface Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: Parsed<P>
  query: Parsed<Q>
  body: Parsed<B>
  language: Language
  request: FastifyRequest
  reply: FastifyReply
  /** Aborts when the caller goes away, so that a long query is stopped. */
  signal: AbortSignal
}

export interface KnownCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Call<
  P,
  Q,
  B
> {
  principal: Principal
}

/** The part of a call that says who calls and when to stop, whatever the route. */
export type KnownCaller = Pick<KnownCall<z.ZodType, z.ZodType, z.ZodType>, 'principal' | 'signal'>

/** A route together with the code that answers it. */
export interface ServedRoute {
  route: Route
  forAnyone: boolean
  answer(call: KnownCall<z.ZodType, z.ZodType, z.ZodType>): Promise<unknown>
}

/** A route for signed-in people or holders of a permission. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  answer: (call: KnownCall<P, Q, B>) => Promise<z.input<R>>,
): ServedRoute {
  return { route, forAnyone: false, answer }
}

/** A route whose contract says that anyone may call it. */
export function servePublic<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(route: Route<P, Q, B, R>, answer: (call: Call<P, Q, B>) => Promise<z.input<R>>): ServedRoute {
  return { route, forAnyone: true, answer: answer as ServedRoute['answer'] }
}

/** A route that writes its answer to `call.reply` itself: a file or an event stream. */
export function serveStream<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B>,
  answer: (call: KnownCall<P, Q, B>) => Promise<unknown>,
): ServedRoute {
  return { route, forAnyone: false, answer }
}

/** Refuses to start unless every contract route has exactly one handler and each states who may call it. */
export function checkComplete(served: readonly ServedRoute[], contract: readonly Route[]): void {
  const problems = [
    ...contract
      .filter((route) => served.filter((one) => one.route.id === route.id).length !== 1)
      .map((route) => `${route.id} has no handler, or several`),
    ...served
      .filter((one) => !contract.some((route) => route.id === one.route.id))
      .map((one) => `${one.route.id} is not in the contract`),
    ...served
      .filter((one) => !declaresAccess(one))
      .map((one) => `${one.route.id} does not declare who may call it`),
  ]
  if (problems.length > 0) {
    throw bug({
      message: {
        zh: `接口表不完整：${problems.join('；')}`,
        en: `Routes are incomplete: ${problems.join('; ')}`,
      },
    })
  }
}

function declaresAccess({ route, forAnyone }: ServedRoute): boolean {
  const access: unknown = route.access
  if (access === 'public') return forAnyone
  if (access === 'signedIn') return !forAnyone
  return !forAnyone && typeof access === 'object' && access !== null && 'permission' in access
}

export interface RegisterOptions {
  identify(request: FastifyRequest): Promise<Principal | null>
  bodyLimit: number
}

/** Adds one served route to the application: access first, then the body, then the handler. */
export function register(app: FastifyInstance, served: ServedRoute, options: RegisterOptions): void {
  const { route } = served
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.rawBody === true ? Number.MAX_SAFE_INTEGER : options.bodyLimit,
    ...(route.produces === 'text/event-stream' ? { sse: 'only' as const } : {}),
    config: { access: route.access },
    schema: schemaOf(route),
    onRequest: async (request) => {
      request.principal = await options.identify(request)
      guard(route, request.principal)
    },
    handler: (request, reply) => served.answer(callOf(request, reply)),
  })
}

function guard(route: Route, principal: Principal | null): void {
  const decision = decideAccess(route.access, principal)
  if (decision === 'notSignedIn') {
    throw notSignedIn({
      message: { zh: '请先登录。', en: 'Sign in first.' },
      remedy: {
        zh: '在网页登录，或在 Authorization 头里带上 API 密钥。',
        en: 'Sign in on the page, or send an API key in the Authorization header.',
      },
    })
  }
  if (decision === 'notAllowed') {
    throw notAllowed({
      message: { zh: '没有此操作的权限。', en: 'You have no right to do this.' },
      remedy: {
        zh: '请管理员调整角色或密钥权限。',
        en: 'Ask an administrator to change your role or the key.',
      },
    })
  }
}

function callOf(request: FastifyRequest, reply: FastifyReply): KnownCall<z.ZodType, z.ZodType, z.ZodType> {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    language: languageOf(request.headers['accept-language']),
    request,
    reply,
    signal: gone.signal,
    // `guard` has let only known callers through; routes for anyone do not read it.
    principal: request.principal as Principal,
  }
}

function schemaOf(route: Route): Record<string, unknown> {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.id.split('.')[0]],
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.response ? { response: { 200: route.response } } : {}),
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null
  }
  interface FastifyContextConfig {
    access?: Route['access']
  }
}
