import { z } from 'zod'
import { ownerships } from '../facts/common.ts'
import { intakeKinds } from '../intake/kinds.ts'
import { importOptions, mapping } from '../intake/mapping.ts'
import { defineRoute } from './route.ts'

const access = { permission: 'data.import' } as const
const id = z.object({ id: z.string() })

export const rejectReason = z.object({
  line: z.number(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
  remedy: z.string(),
})

/** One mapped row as the preview shows it: canonical field → text as a person reads it. */
export const preview = z.object({
  columns: z.array(z.string()),
  sourceRows: z.array(z.record(z.string(), z.string())),
  rows: z.array(z.record(z.string(), z.string())),
  rejects: z.array(rejectReason),
})
export type Preview = z.infer<typeof preview>

export const inspection = z.object({
  uploadId: z.string(),
  /** A zip can hold several files; each is inspected by its inner name. */
  entry: z.string(),
  entries: z.array(z.string()),
  bytes: z.number(),
  format: z.enum(['csv', 'tsv', 'xlsx', 'json', 'jsonl']),
  compression: z.enum(['none', 'gzip', 'zip']),
  encoding: z.string(),
  delimiter: z.string(),
  headerRows: z.array(z.number()),
  sheets: z.array(z.string()),
  kind: z.enum(intakeKinds),
  preset: z.string(),
  /** 0–1, how well the preset's columns were found. */
  confidence: z.number(),
  mapping,
  /** Saved mapping whose columns fit, if any. */
  savedMappingId: z.string().nullable(),
  /** No column carries a time: ask for a default time. */
  needsDefaultTime: z.boolean(),
  preview,
})
export type Inspection = z.infer<typeof inspection>

export const importStates = ['running', 'analysing', 'done', 'cancelling', 'cancelled', 'failed'] as const
export const importJob = z.object({
  id: z.string(),
  file: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  kind: z.enum(intakeKinds),
  mapping: z.string(),
  ownership: z.enum(ownerships),
  state: z.enum(importStates),
  bytes: z.number(),
  bytesRead: z.number(),
  read: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  /** Analysis work of this import: done / total units. */
  analysed: z.number(),
  toAnalyse: z.number(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  startedBy: z.string(),
  error: z.string().nullable(),
  /** Mean data quality 0–100 with its parts (A13). */
  quality: z
    .object({
      score: z.number(),
      missingTime: z.number(),
      assumedTime: z.number(),
      unknownRole: z.number(),
      mojibake: z.number(),
      futureDates: z.number(),
      duplicatedIds: z.number(),
    })
    .nullable(),
})
export type ImportJob = z.infer<typeof importJob>

export const savedMapping = z.object({ id: z.string(), mapping, usedAt: z.string() })

export const importRoutes = {
  upload: defineRoute({
    id: 'import.upload',
    method: 'POST',
    path: '/api/v1/uploads',
    access,
    summary: 'Upload a file as the raw body; answers with what was detected and a preview',
    rawBody: true,
    query: z.object({ name: z.string().min(1).max(255) }),
    response: inspection,
  }),
  inspect: defineRoute({
    id: 'import.inspect',
    method: 'POST',
    path: '/api/v1/uploads/:id/inspection',
    access,
    summary: 'Inspect again: another entry of a zip, another kind, preset or mapping',
    params: id,
    body: z.object({
      entry: z.string().optional(),
      kind: z.enum(intakeKinds).optional(),
      mapping: mapping.optional(),
      savedMappingId: z.string().optional(),
      defaultTime: z.string().optional(),
      /** For the preview: what will be given as options of the import. */
      shop: z.string().optional(),
      platform: z.string().optional(),
    }),
    response: inspection,
  }),
  presets: defineRoute({
    id: 'import.presets',
    method: 'GET',
    path: '/api/v1/imports/presets',
    access,
    summary: 'Presets by kind',
    response: z.object({
      presets: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(intakeKinds),
          platform: z.string(),
          zh: z.string(),
          en: z.string(),
        }),
      ),
    }),
  }),
  start: defineRoute({
    id: 'import.start',
    method: 'POST',
    path: '/api/v1/imports',
    access,
    summary: 'Start importing an upload',
    body: z.object({
      uploadId: z.string(),
      entry: z.string().optional(),
      options: importOptions,
      saveMapping: z.boolean().default(true),
    }),
    response: importJob,
  }),
  list: defineRoute({
    id: 'import.list',
    method: 'GET',
    path: '/api/v1/imports',
    access,
    summary: 'Imports, newest first',
    response: z.object({ imports: z.array(importJob) }),
  }),
  get: defineRoute({
    id: 'import.get',
    method: 'GET',
    path: '/api/v1/imports/:id',
    access,
    summary: 'One import with progress',
    params: id,
    response: importJob,
  }),
  cancel: defineRoute({
    id: 'import.cancel',
    method: 'POST',
    path: '/api/v1/imports/:id/cancel',
    access,
    summary: 'Stop an import; its rows are taken back',
    params: id,
    response: importJob,
  }),
  rejects: defineRoute({
    id: 'import.rejects',
    method: 'GET',
    path: '/api/v1/imports/:id/rejects.csv',
    access,
    summary: 'Rejected rows: line, field, value, reason, remedy (UTF-8 with BOM, safe in Excel)',
    params: id,
    produces: 'text/csv',
  }),
  mappings: defineRoute({
    id: 'import.mappings',
    method: 'GET',
    path: '/api/v1/mappings',
    access,
    summary: 'Saved mappings',
    response: z.object({ mappings: z.array(savedMapping) }),
  }),
  intake: defineRoute({
    id: 'import.intake',
    method: 'POST',
    path: '/api/v1/intake/:kind',
    access,
    summary: 'Real-time intake of a batch; answers when it is durable. Header Idempotency-Key is required',
    params: z.object({ kind: z.enum(intakeKinds) }),
    body: z.object({
      /** Source name in the data catalogue. */
      source: z.string().min(1).max(120).default('api'),
      shop: z.string().optional(),
      platform: z.string().optional(),
      ownership: z.enum(ownerships).default('own'),
      /** Preset name or id of a saved mapping; rows with canonical field names when absent. */
      mapping: z.string().optional(),
      rows: z.array(z.record(z.string(), z.unknown())).min(1).max(10_000),
    }),
    response: z.object({
      batchId: z.string(),
      accepted: z.number(),
      rejected: z.number(),
      rejects: z.array(rejectReason),
      /** The key was seen before: the first answer is repeated, nothing is stored twice. */
      replayed: z.boolean(),
    }),
  }),
  batch: defineRoute({
    id: 'import.batch',
    method: 'GET',
    path: '/api/v1/intake/batches/:id',
    access,
    summary: 'How far an intake batch is; duplicates are known when it is done',
    params: id,
    response: z.object({
      batchId: z.string(),
      state: z.enum(['accepted', 'done', 'failed']),
      accepted: z.number(),
      duplicates: z.number(),
      rejected: z.number(),
      receivedAt: z.string(),
      finishedAt: z.string().nullable(),
    }),
  }),
}
