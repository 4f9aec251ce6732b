import type { z } from 'zod'
import type { Permission } from './access.ts'

/** Who may call a route: anyone, any signed-in person, or a holder of the permission (API keys hold permissions too). */
export type Access = 'public' | 'signedIn' | { permission: Permission }

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify form, `/api/v1/imports/:id`. */
  path: string
  access: Access
  summary: string
  params?: Params
  query?: Query
  body?: Body
  /** JSON body of a 2xx answer; absent for streams and files, described in `produces`. */
  response?: Response
  /** Media type of a non-JSON answer. */
  produces?: string
  /** The request body is a raw byte stream (file upload). */
  rawBody?: boolean
}

/** Keeps the exact schema types, so server and client infer the same shapes. */
export function defineRoute<
  P extends z.ZodType = z.ZodNever,
  Q extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
  R extends z.ZodType = z.ZodNever,
>(route: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return route
}

export type RouteInput<R extends Route> = (NonNullable<R['params']> extends z.ZodType<infer _O, infer I>
  ? [I] extends [never]
    ? unknown
    : { params: I }
  : unknown) &
  (NonNullable<R['query']> extends z.ZodType<infer _O, infer I>
    ? [I] extends [never]
      ? unknown
      : { query: I }
    : unknown) &
  (NonNullable<R['body']> extends z.ZodType<infer _O, infer I>
    ? [I] extends [never]
      ? unknown
      : { body: I }
    : unknown)

export type RouteOutput<R extends Route> = NonNullable<R['response']> extends z.ZodType<infer O> ? O : never
