import { z } from 'zod'
import { permissions, roleIds } from './access.ts'
import { defineRoute } from './route.ts'

export const user = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roleIds),
  /** Shop ids a `shops` role sees; empty = none. */
  shopIds: z.array(z.string()),
  /** Agent account ids a `self` role sees. */
  agentIds: z.array(z.string()),
  active: z.boolean(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
})
export type User = z.infer<typeof user>

const userBody = z.object({
  name: z.string().min(1).max(80),
  email: z.email(),
  role: z.enum(roleIds),
  shopIds: z.array(z.string()).default([]),
  agentIds: z.array(z.string()).default([]),
})

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  permissions: z.array(z.enum(permissions)),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof apiKey>

const manage = { permission: 'people.manage' } as const
const id = z.object({ id: z.string() })

export const peopleRoutes = {
  list: defineRoute({
    id: 'people.list',
    method: 'GET',
    path: '/api/v1/users',
    access: manage,
    summary: 'People of the workspace',
    response: z.object({ users: z.array(user) }),
  }),
  create: defineRoute({
    id: 'people.create',
    method: 'POST',
    path: '/api/v1/users',
    access: manage,
    summary: 'Add a person; answers with a one-time sign-in link to hand over',
    body: userBody,
    response: z.object({ user, signInLink: z.string() }),
  }),
  update: defineRoute({
    id: 'people.update',
    method: 'PATCH',
    path: '/api/v1/users/:id',
    access: manage,
    summary: 'Change a person, role, row scope or active state (signs them out)',
    params: id,
    // Without the defaults of a new person: what is absent stays as it is.
    body: userBody.partial().extend({
      shopIds: z.array(z.string()).optional(),
      agentIds: z.array(z.string()).optional(),
      active: z.boolean().optional(),
    }),
    response: user,
  }),
  link: defineRoute({
    id: 'people.link',
    method: 'POST',
    path: '/api/v1/users/:id/sign-in-link',
    access: manage,
    summary: 'A new one-time sign-in link for a person',
    params: id,
    response: z.object({ signInLink: z.string() }),
  }),
  listKeys: defineRoute({
    id: 'people.listKeys',
    method: 'GET',
    path: '/api/v1/api-keys',
    access: manage,
    summary: 'API keys (never the secret)',
    response: z.object({ keys: z.array(apiKey) }),
  }),
  createKey: defineRoute({
    id: 'people.createKey',
    method: 'POST',
    path: '/api/v1/api-keys',
    access: manage,
    summary: 'A new API key; the secret is shown once',
    body: z.object({ name: z.string().min(1).max(80), permissions: z.array(z.enum(permissions)).min(1) }),
    response: z.object({ key: apiKey, secret: z.string() }),
  }),
  revokeKey: defineRoute({
    id: 'people.revokeKey',
    method: 'DELETE',
    path: '/api/v1/api-keys/:id',
    access: manage,
    summary: 'Revoke an API key',
    params: id,
    response: z.object({ revoked: z.boolean() }),
  }),
  audit: defineRoute({
    id: 'people.audit',
    method: 'GET',
    path: '/api/v1/audit',
    access: { permission: 'audit.read' },
    summary: 'Audit log, newest first',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      before: z.string().optional(),
    }),
    response: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          target: z.string(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
}
