import type { Ownership } from '@kesheng/contracts/facts/common'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { ImportOptions, Mapping } from '@kesheng/contracts/intake/mapping'
import type { Text } from '@kesheng/core/errors/errors'
import type { BatchCounts, ImportRecord, IntakeBatch } from '@kesheng/core/intake/ports'
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bucketBits, bytes, count, time } from './columns.ts'

export const uploads = pgTable('uploads', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  name: text().notNull(),
  path: text().notNull(),
  bytes: count().notNull(),
  createdAt: time().notNull(),
})

export const sources = pgTable('sources', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  name: text().notNull(),
  kind: text().$type<IntakeKind>().notNull(),
  ownership: text().$type<Ownership>().notNull(),
  platform: text().notNull(),
  owner: text().notNull(),
  createdAt: time().notNull(),
})

/** What each batch adds to. */
const counters = {
  read: count().notNull(),
  accepted: count().notNull(),
  duplicates: count().notNull(),
  rejected: count().notNull(),
  missingTime: count().notNull(),
  assumedTime: count().notNull(),
  unknownRole: count().notNull(),
  mojibake: count().notNull(),
  futureDates: count().notNull(),
  duplicatedIds: count().notNull(),
}

export const imports = pgTable('imports', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  uploadId: text().notNull(),
  entry: text().notNull(),
  file: text().notNull(),
  sourceId: text().notNull(),
  options: jsonb().$type<ImportOptions>().notNull(),
  state: text().$type<ImportRecord['state']>().notNull(),
  bytes: count().notNull(),
  bytesRead: count().notNull(),
  batches: integer().notNull(),
  ...counters,
  analysed: integer().notNull(),
  toAnalyse: integer().notNull(),
  startedBy: text().notNull(),
  startedAt: time().notNull(),
  finishedAt: time(),
  error: jsonb().$type<Text>(),
})

export const importTouchedDays = pgTable(
  'import_touched_days',
  { importId: text().notNull(), day: integer().notNull(), buckets: bucketBits().notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.day] })],
)

export const importRejects = pgTable(
  'import_rejects',
  { importId: text().notNull(), batch: integer().notNull(), rejects: bytes().notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.batch] })],
)

export const importAnalysisJobs = pgTable(
  'import_analysis_jobs',
  { importId: text().notNull(), jobId: text().notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.jobId] })],
)

export const intakeBatches = pgTable('intake_batches', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  idempotencyKey: text().notNull(),
  requestHash: text().notNull(),
  kind: text().$type<IntakeKind>().notNull(),
  sourceId: text().notNull(),
  receivedAt: time().notNull(),
  payload: bytes(),
  response: jsonb().$type<IntakeBatch['response']>().notNull(),
  counts: jsonb().$type<BatchCounts>(),
  finishedAt: time(),
})

export const mappings = pgTable('mappings', {
  id: text().primaryKey(),
  tenantId: text().notNull(),
  columnsKey: text().notNull(),
  name: text().notNull(),
  mapping: jsonb().$type<Mapping>().notNull(),
  usedAt: time().notNull(),
})
