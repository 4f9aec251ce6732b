import swagger from '@fastify/swagger'
import type { Access, Route } from '@kesheng/contracts/http/route'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

const introduction = `Everything the screens and the command line do goes through these operations.
Programs send \`Authorization: Bearer ks_…\` (an API key from 设置 → API 密钥). Errors are RFC 9457 problems with a remedy,
in the language of \`Accept-Language\` (zh, en).`

/** OpenAPI 3.1 out of the very schemas that validate requests and answers. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kesheng 客声', version, description: introduction },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'kesheng_session' },
        },
      },
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input)
      const access = input.route.config?.access
      if (access === undefined) return transformed
      const schema = { ...transformed.schema, security: securityOf(access), 'x-access': accessText(access) }
      return { ...transformed, schema }
    },
  })
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return []
  return access === 'signedIn' ? [{ session: [] }] : [{ session: [] }, { apiKey: [] }]
}

/** What a reader of the documentation is told about who may call. */
export function accessText(access: Route['access']): string {
  return typeof access === 'string' ? access : access.permission
}
