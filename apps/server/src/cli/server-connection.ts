import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { importRoutes } from '@kesheng/contracts/http/import.routes'
import type { RouteOutput } from '@kesheng/contracts/http/route'
import { unavailable } from '@kesheng/core/errors/errors'
import type { Language } from '../http/language.ts'
import type { ServerFile } from '../main/server-file.ts'
import { requestOf } from './call.ts'
import { headersFor, refusal, type Connection } from './connection.ts'

/** Talks to the server that is running on this data directory. */
export function connectToServer(server: ServerFile, language: Language): Connection {
  const send = async (
    method: string,
    url: string,
    body?: RequestInit['body'],
    type?: string,
  ): Promise<Response> => {
    const headers = {
      ...headersFor(language, server.token),
      ...(type === undefined ? {} : { 'content-type': type }),
    }
    const options = { method, headers, ...(body === undefined ? {} : { body, duplex: 'half' }) }
    const answer = await fetch(server.url + url, options as RequestInit).catch((cause: unknown) => {
      throw unavailable({
        message: { zh: `连不上服务 ${server.url}`, en: `Cannot reach the server at ${server.url}` },
        remedy: { zh: '服务可能正在重启，请稍后重试。', en: 'It may be restarting; try again shortly.' },
        cause,
      })
    })
    if (!answer.ok) throw refusal(answer.status, await answer.text(), language)
    return answer
  }
  return {
    inProcess: false,
    call: async (route, input) => {
      const { method, url, body } = requestOf(route, input)
      const answer = await (body === undefined
        ? send(method, url)
        : send(method, url, JSON.stringify(body), 'application/json'))
      return (await answer.json()) as RouteOutput<typeof route>
    },
    upload: async (path) => {
      const { method, url } = requestOf(importRoutes.upload, { query: { name: basename(path) } })
      const stream = Readable.toWeb(createReadStream(path)) as RequestInit['body']
      const answer = await send(method, url, stream, 'application/octet-stream')
      return ((await answer.json()) as RouteOutput<typeof importRoutes.upload>).uploadId
    },
    download: async (url) => (await send('GET', url)).body as AsyncIterable<Uint8Array>,
    close: async () => {},
  }
}
