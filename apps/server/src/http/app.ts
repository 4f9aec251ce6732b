import cookie from '@fastify/cookie'
import sse from '@fastify/sse'
import { allRoutes } from '@kesheng/contracts/http/all'
import { bug } from '@kesheng/core/errors/errors'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { createIdentify } from '../auth/identify.ts'
import { catalogueRoutes } from './catalogue.route.ts'
import { docsPage } from './docs-page.ts'
import { eventRoutes } from './events.route.ts'
import { explorerRoutes } from './explorer.route.ts'
import { healthRoutes } from './health.route.ts'
import { importRoutes } from './import.route.ts'
import { insightRoutes } from './insight.route.ts'
import { intakeRoutes } from './intake.route.ts'
import { languageOf } from './language.ts'
import { describeApi } from './openapi.ts'
import { peopleRoutes } from './people.route.ts'
import { callerWentAway, toProblem, wasCalledOff } from './problem.ts'
import { checkComplete, register, type ServedRoute } from './route.ts'
import { addSecurityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'
import { sessionRoutes } from './session.route.ts'
import { serveWeb } from './static-files.ts'
import { workspaceRoutes } from './workspace.route.ts'

/** JSON bodies: 10,000 intake rows of 1.6 kB each fit. Files are raw streams without a limit of their own. */
const bodyLimit = 16 * 1024 * 1024

/** Every served route, in the order of the contract's areas. */
export function servedRoutes(services: Services): ServedRoute[] {
  return [
    ...sessionRoutes(services),
    ...peopleRoutes(services),
    ...importRoutes(services),
    ...intakeRoutes(services),
    ...insightRoutes(services),
    ...explorerRoutes(services),
    ...catalogueRoutes(services),
    ...workspaceRoutes(services),
    ...healthRoutes(services),
    ...eventRoutes(services),
  ]
}

/** The whole HTTP application, not yet listening. */
export async function createApp(services: Services, webDirectory: string): Promise<FastifyInstance> {
  const served = servedRoutes(services)
  checkComplete(served, allRoutes)
  const app = fastify({
    loggerInstance: services.log,
    // An open event stream would otherwise keep the process alive for ever.
    forceCloseConnections: true,
    genReqId: () => services.randomId(),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('principal', null)
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.config?.access === undefined) {
      throw bug({
        message: { zh: `${route.url} 未声明访问权限`, en: `${route.url} does not declare who may call it` },
      })
    }
  })
  addSecurityHeaders(app)
  mapErrors(app)
  await app.register(cookie)
  await app.register(sse)
  await describeApi(app, services.version)
  await addRoutes(app, served, services)
  await serveWeb(app, webDirectory)
  return app
}

async function addRoutes(app: FastifyInstance, served: ServedRoute[], services: Services): Promise<void> {
  const { people, workspaces } = services.stores
  const { localToken, clock } = services
  const identify = createIdentify({
    people,
    workspaces,
    localToken,
    clock,
    publicUrl: services.config.publicUrl,
  })
  const options = { identify, bodyLimit }
  await app.register(async (json) => {
    for (const one of served) if (one.route.rawBody !== true) register(json, one, options)
    addDocuments(json, services.version)
  })
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const one of served) if (one.route.rawBody === true) register(raw, one, options)
  })
}

function addDocuments(app: FastifyInstance, version: string): void {
  const config = { access: 'public' } as const
  const page = docsPage(allRoutes, version)
  app.get('/api/v1/openapi.json', { config, schema: { hide: true } }, () => app.swagger())
  app.get('/api/v1/docs', { config, schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  )
}

function mapErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (wasCalledOff(error) && reply.raw.destroyed) {
      request.log.debug({ requestId: request.id, path: request.url.split('?')[0] }, 'the caller went away')
      return reply.code(callerWentAway).send()
    }
    const problem = toProblem(error, languageOf(request.headers['accept-language']), request.id)
    const entry = {
      requestId: request.id,
      method: request.method,
      path: request.url.split('?')[0],
      code: problem.code,
    }
    if (problem.status >= 500) request.log.error({ ...entry, err: error }, problem.detail)
    else request.log.debug(entry, problem.detail)
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
}
