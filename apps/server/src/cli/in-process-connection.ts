import { stat } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { RouteOutput } from '@kesheng/contracts/http/route'
import type { Config } from '../config/config.ts'
import type { Language } from '../http/language.ts'
import type { Log } from '../logging/log.ts'
import { compose } from '../main/compose.ts'
import { ensureFirstWorkspace } from '../main/first-workspace.ts'
import { requestOf } from './call.ts'
import { headersFor, refusal, type Connection } from './connection.ts'

/** Opens the stores in this process and answers the same contract, without listening anywhere and without the demo. */
export async function connectInProcess(config: Config, language: Language, log: Log): Promise<Connection> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const composed = await compose({ config, log })
  const { services, app } = composed
  const { people, workspaces, imports } = services.stores
  const { tenant } = await ensureFirstWorkspace({ people, workspaces }, services.clock(), services.randomId)
  await composed.startWorkers()
  const headers = headersFor(language, services.localToken)
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown) => {
    const payload = body === undefined ? {} : { payload: body as object }
    const answer = await app.inject({ method, url, headers, ...payload })
    if (answer.statusCode >= 400) throw refusal(answer.statusCode, answer.body, language)
    return answer
  }
  return {
    inProcess: true,
    call: async (route, input) => {
      const { method, url, body } = requestOf(route, input)
      return (await send(method, url, body)).json() as RouteOutput<typeof route>
    },
    // The file is read where it lies: nothing to copy, and nothing of it is ever deleted by the spool's sweep.
    upload: async (path) => {
      const id = services.randomId()
      const { size } = await stat(path)
      const createdAt = services.clock()
      await imports.addUpload({ id, tenantId: tenant.id, name: basename(path), path, bytes: size, createdAt })
      return id
    },
    download: async (url) => Readable.from([(await send('GET', url)).rawPayload]),
    close: () => composed.close(),
  }
}
