import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'
import { importRoutes, type ImportJob } from '@kesheng/contracts/http/import.routes'
import type { FastifyInstance } from 'fastify'
import { requestOf } from '../cli/call.ts'

type Headers = Record<string, string>

/** Calls a route of the contract inside the process; throws what the server answered when it refused. */
export async function call<R extends Route>(
  app: FastifyInstance,
  headers: Headers,
  route: R,
  input: RouteInput<R>,
  extra: Headers = {},
): Promise<RouteOutput<R>> {
  const { method, url, body } = requestOf(route, input)
  const payload = body === undefined ? {} : { payload: body as object }
  const answer = await app.inject({ method, url, headers: { ...headers, ...extra }, ...payload })
  if (answer.statusCode >= 400) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json() as RouteOutput<R>
}

/** Uploads a text as a file, starts its import as detected, and waits until it is analysed. */
export async function importText(
  app: FastifyInstance,
  headers: Headers,
  name: string,
  text: string,
): Promise<ImportJob> {
  const { url } = requestOf(importRoutes.upload, { query: { name } })
  const type = { 'content-type': 'application/octet-stream' }
  const uploaded = await app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload: text })
  if (uploaded.statusCode >= 400) throw new Error(uploaded.body)
  const inspection = uploaded.json() as RouteOutput<typeof importRoutes.upload>
  const body = { uploadId: inspection.uploadId, options: { mapping: inspection.mapping } }
  let job = await call(app, headers, importRoutes.start, { body })
  while (job.state === 'running' || job.state === 'analysing') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    job = await call(app, headers, importRoutes.get, { params: { id: job.id } })
  }
  return job
}
