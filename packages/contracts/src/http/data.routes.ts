import { z } from 'zod'
import { ownerships } from '../facts/common.ts'
import { intakeKinds } from '../intake/kinds.ts'
import { defineRoute } from './route.ts'

const id = z.object({ id: z.string() })

export const sourceItem = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(intakeKinds),
  ownership: z.enum(ownerships),
  platform: z.string(),
  owner: z.string(),
  rows: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  /** Earliest and latest event time, ISO; null when there are no rows. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  lastImportAt: z.string().nullable(),
  qualityScore: z.number().nullable(),
  quality: z.record(z.string(), z.number()),
  /** Where the rows came from and which facts were derived from them. */
  lineage: z.object({
    imports: z.number(),
    files: z.array(z.string()),
    mapping: z.string(),
    facts: z.array(z.string()),
  }),
})
export type SourceItem = z.infer<typeof sourceItem>

export const workspaceSettings = z.object({
  name: z.string().min(1).max(80),
  timezone: z.string(),
  /** Category packs switched on beside the base pack. */
  packs: z.array(z.string()),
  sessionGapMinutes: z.number().int().min(1).max(1440),
  /** Orders within this many hours after a conversation's start are tied to it. */
  attributionWindowHours: z.number().int().min(1).max(720),
  /** Look-back for 询单人数 (metrics.md), days. */
  presaleLookBackDays: z.number().int().min(1).max(365),
})
export type WorkspaceSettings = z.infer<typeof workspaceSettings>

export const dataRoutes = {
  catalogue: defineRoute({
    id: 'data.catalogue',
    method: 'GET',
    path: '/api/v1/catalogue',
    access: { permission: 'insights.read' },
    summary: 'Data sources: rows, freshness, owner, quality, lineage',
    response: z.object({ sources: z.array(sourceItem) }),
  }),
  coverage: defineRoute({
    id: 'data.coverage',
    method: 'GET',
    path: '/api/v1/catalogue/coverage',
    access: { permission: 'insights.read' },
    summary: 'Coverage matrix role × stage × channel, last 30 days with data; zero cells are gaps (A12)',
    response: z.object({
      roles: z.array(z.string()),
      stages: z.array(z.string()),
      channels: z.array(z.string()),
      cells: z.array(
        z.object({ role: z.string(), stage: z.string(), channel: z.string(), count: z.number() }),
      ),
    }),
  }),
  changeSource: defineRoute({
    id: 'data.changeSource',
    method: 'PATCH',
    path: '/api/v1/catalogue/:id',
    access: { permission: 'data.manage' },
    summary: 'Rename a source, change its owner or mark it own / competitor / same category',
    params: id,
    body: z.object({
      name: z.string().min(1).max(120).optional(),
      owner: z.string().max(80).optional(),
      ownership: z.enum(ownerships).optional(),
    }),
    response: sourceItem,
  }),
  deleteSource: defineRoute({
    id: 'data.deleteSource',
    method: 'DELETE',
    path: '/api/v1/catalogue/:id',
    access: { permission: 'data.manage' },
    summary: 'Delete a source with every fact from it',
    params: id,
    response: z.object({ deleted: z.boolean() }),
  }),
  loadDemo: defineRoute({
    id: 'data.loadDemo',
    method: 'POST',
    path: '/api/v1/demo',
    access: { permission: 'data.manage' },
    summary: 'Generate a demo brand in place of the one there is; health tells how far it is',
    body: z.object({
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1),
      messages: z.number().int().min(1000).max(200_000_000),
    }),
    /** `now` (epoch ms) with seed and messages names the data: the same three give the same data again. */
    response: z.object({ seed: z.number(), messages: z.number(), now: z.number() }),
  }),
  deleteDemo: defineRoute({
    id: 'data.deleteDemo',
    method: 'DELETE',
    path: '/api/v1/demo',
    access: { permission: 'data.manage' },
    summary: 'Delete all demo data; what people imported themselves stays',
    response: z.object({ deleted: z.boolean() }),
  }),
  workspace: defineRoute({
    id: 'data.workspace',
    method: 'GET',
    path: '/api/v1/workspace',
    access: 'signedIn',
    summary: 'Workspace settings',
    response: workspaceSettings,
  }),
  changeWorkspace: defineRoute({
    id: 'data.changeWorkspace',
    method: 'PATCH',
    path: '/api/v1/workspace',
    access: { permission: 'workspace.manage' },
    summary: 'Change workspace settings',
    body: workspaceSettings.partial(),
    response: workspaceSettings,
  }),
  packs: defineRoute({
    id: 'data.packs',
    method: 'GET',
    path: '/api/v1/packs',
    access: 'signedIn',
    summary: 'Taxonomy packs: id, version, size, enabled',
    response: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.number(),
          zh: z.string(),
          en: z.string(),
          aspects: z.number(),
          phrases: z.number(),
          enabled: z.boolean(),
        }),
      ),
    }),
  }),
  analyseAgain: defineRoute({
    id: 'data.analyseAgain',
    method: 'POST',
    path: '/api/v1/analysis/runs',
    access: { permission: 'analysis.manage' },
    summary: 'Analyse a date range again (local dates, both included)',
    body: z.object({ from: z.string(), to: z.string() }),
    response: z.object({ jobs: z.number() }),
  }),
  analysisStatus: defineRoute({
    id: 'data.analysisStatus',
    method: 'GET',
    path: '/api/v1/analysis/status',
    access: 'signedIn',
    summary: 'How far analysis is behind intake',
    response: z.object({ waiting: z.number(), running: z.number(), lagSeconds: z.number() }),
  }),
  health: defineRoute({
    id: 'data.health',
    method: 'GET',
    path: '/api/v1/health',
    access: 'public',
    summary: 'Is it up, and are its stores',
    response: z.object({
      status: z.enum(['ok', 'starting', 'degraded']),
      version: z.string(),
      stores: z.record(z.string(), z.object({ status: z.string(), form: z.string(), version: z.string() })),
      demo: z.object({ state: z.enum(['none', 'loading', 'ready']), progress: z.number() }),
    }),
  }),
  events: defineRoute({
    id: 'data.events',
    method: 'GET',
    path: '/api/v1/events',
    access: 'signedIn',
    summary: 'Server-sent events of the own workspace: import progress, data changed',
    produces: 'text/event-stream',
  }),
}

/** What the event stream carries. */
export type WorkspaceEvent =
  | { type: 'import.progress'; importId: string }
  | { type: 'data.changed'; kinds: string[] }
  | { type: 'analysis.lag'; waiting: number; lagSeconds: number }
