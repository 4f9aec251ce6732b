import type { Permission, RoleId } from '@kesheng/contracts/http/access'
import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { time } from './columns.ts'

export const tenants = pgTable('tenants', {
  id: text().primaryKey(),
  settings: jsonb().$type<WorkspaceSettings>().notNull(),
  demo: boolean().notNull(),
  createdAt: time().notNull(),
})

export const users = pgTable('users', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  role: text().$type<RoleId>().notNull(),
  shopIds: text().array().notNull(),
  agentIds: text().array().notNull(),
  passwordHash: text(),
  active: boolean().notNull(),
  createdAt: time().notNull(),
  lastSignInAt: time(),
})

export const signInLinks = pgTable('sign_in_links', {
  tokenHash: text().primaryKey(),
  userId: text().notNull(),
  expiresAt: time().notNull(),
})

export const sessions = pgTable('sessions', {
  tokenHash: text().primaryKey(),
  userId: text().notNull(),
  createdAt: time().notNull(),
  expiresAt: time().notNull(),
})

export const apiKeys = pgTable('api_keys', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  name: text().notNull(),
  prefix: text().notNull(),
  secretHash: text().notNull(),
  permissions: text().array().$type<Permission[]>().notNull(),
  createdAt: time().notNull(),
  lastUsedAt: time(),
  revokedAt: time(),
})

export const auditEntries = pgTable('audit_entries', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  at: time().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  target: text().notNull(),
  detail: jsonb().$type<Record<string, unknown>>().notNull(),
})
