import { z } from 'zod'
import { permissions, roleIds } from './access.ts'
import { defineRoute } from './route.ts'

export const me = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roleIds),
  permissions: z.array(z.enum(permissions)),
  tenantId: z.string(),
  tenantName: z.string(),
  timezone: z.string(),
  /** The tenant holds generated demo data. */
  demo: z.boolean(),
  /** A one-time link signed in a person who has no password yet. */
  mustSetPassword: z.boolean(),
})
export type Me = z.infer<typeof me>

export const sessionRoutes = {
  current: defineRoute({
    id: 'session.current',
    method: 'GET',
    path: '/api/v1/session',
    access: 'signedIn',
    summary: 'Who is signed in',
    response: me,
  }),
  signIn: defineRoute({
    id: 'session.signIn',
    method: 'POST',
    path: '/api/v1/session',
    access: 'public',
    summary: 'Sign in with e-mail and password; sets the session cookie',
    body: z.object({ email: z.string().min(1), password: z.string().min(1) }),
    response: me,
  }),
  signInByLink: defineRoute({
    id: 'session.signInByLink',
    method: 'POST',
    path: '/api/v1/session/link',
    access: 'public',
    summary: 'Sign in with a one-time link token (used once, expires)',
    body: z.object({ token: z.string().min(16) }),
    response: me,
  }),
  signOut: defineRoute({
    id: 'session.signOut',
    method: 'DELETE',
    path: '/api/v1/session',
    access: 'signedIn',
    summary: 'Sign out',
    response: z.object({ signedOut: z.boolean() }),
  }),
  setPassword: defineRoute({
    id: 'session.setPassword',
    method: 'PUT',
    path: '/api/v1/session/password',
    access: 'signedIn',
    summary: 'Set or change the own password (current one needed when there is one)',
    body: z.object({ current: z.string().optional(), next: z.string().min(10).max(200) }),
    response: me,
  }),
}
