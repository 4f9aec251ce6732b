import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { notFound } from '@kesheng/core/errors/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Hashed file names never change their content; everything else is asked for again each time. */
const immutable = 'public, max-age=31536000, immutable'

/**
 * Serves the built web application. Paths of its own router (`/conversations?…`) answer with index.html; a missing
 * asset or API path stays a 404, so that a stale page fails loudly instead of parsing HTML as a script.
 */
export async function serveWeb(app: FastifyInstance, directory: string): Promise<void> {
  const built = existsSync(join(directory, 'index.html'))
  if (built) {
    await app.register(staticFiles, {
      root: directory,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', path.includes('/assets/') ? immutable : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (built && isPage(request)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    throw notFound({
      message: { zh: `没有这个地址：${request.url}`, en: `No such address: ${request.url}` },
      ...(built || request.url.startsWith('/api/')
        ? {}
        : {
            remedy: {
              zh: '网页尚未构建：运行 npm run build。',
              en: 'The web pages are not built: npm run build.',
            },
          }),
    })
  })
}

function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? ''
  return request.method === 'GET' && !/^\/(api|assets)(\/|$)/.test(path)
}
