import type { ImportJob } from '@kesheng/contracts/http/import.routes'
import type { Ownership } from '@kesheng/contracts/facts/common'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { ImportOptions, Mapping } from '@kesheng/contracts/intake/mapping'
import type { RejectReason } from '@kesheng/contracts/intake/records'
import type { Text } from '../errors/errors.ts'
import type { AnalyseDayJob, AttributeJob } from '../queue/ports.ts'

export interface Upload {
  id: string
  tenantId: string
  name: string
  /** Where the bytes are spooled. */
  path: string
  bytes: number
  createdAt: number
}

export interface Source {
  id: string
  tenantId: string
  name: string
  kind: IntakeKind
  ownership: Ownership
  platform: string
  owner: string
  createdAt: number
}

/** Counters that a batch adds. */
export interface BatchCounts {
  read: number
  accepted: number
  duplicates: number
  rejected: number
  missingTime: number
  assumedTime: number
  unknownRole: number
  mojibake: number
  futureDates: number
  duplicatedIds: number
}

export interface ImportRecord extends BatchCounts {
  id: string
  tenantId: string
  uploadId: string
  entry: string
  file: string
  sourceId: string
  options: ImportOptions
  state: ImportJob['state']
  bytes: number
  bytesRead: number
  /** Batches committed so far: a restart skips this many. */
  batches: number
  analysed: number
  toAnalyse: number
  startedBy: string
  startedAt: number
  finishedAt: number | null
  /** Why it failed. */
  error: Text | null
}

/** What follows from one committed batch, stored in the same transaction as its counters. */
export interface BatchCommit {
  importId: string
  /** 0-based; committing the same batch twice is a no-op that returns false. */
  batch: number
  counts: BatchCounts
  bytesRead: number
  rejects: readonly RejectReason[]
  /** Days and buckets touched, merged into the import's analysis plan. */
  touched: readonly { day: number; bucket: number }[]
}

export interface ImportRepository {
  addUpload(upload: Upload): Promise<void>
  upload(tenantId: string, id: string): Promise<Upload | null>
  /** Finds or creates by (tenant, name, kind). */
  ensureSource(source: Omit<Source, 'createdAt'>, now: number): Promise<Source>
  sources(tenantId: string): Promise<Source[]>
  changeSource(
    tenantId: string,
    id: string,
    change: Partial<Pick<Source, 'name' | 'owner' | 'ownership'>>,
  ): Promise<Source | null>
  deleteSource(tenantId: string, id: string): Promise<void>
  create(record: ImportRecord): Promise<void>
  get(tenantId: string, id: string): Promise<ImportRecord | null>
  list(tenantId: string, limit: number): Promise<ImportRecord[]>
  listBySource(tenantId: string, sourceId: string): Promise<ImportRecord[]>
  commitBatch(commit: BatchCommit): Promise<boolean>
  /** Days and bucket ranges this import touched. */
  touched(importId: string): Promise<{ day: number; buckets: number[] }[]>
  /**
   * Changes state only from one of `from`; false when it was in another state. An import that goes on has neither end
   * nor error.
   */
  transition(
    id: string,
    from: ImportRecord['state'][],
    to: ImportRecord['state'],
    change: { now: number; error?: Text; toAnalyse?: number },
  ): Promise<boolean>
  /** Marks one analysis job of an import as done, once per job id; moves the import to `done` with the last one. */
  analysisDone(importId: string, jobId: string, now: number): Promise<void>
  /** Ids of the analysis jobs that are done. */
  analysedJobs(importId: string): Promise<string[]>
  rejects(importId: string): AsyncIterable<RejectReason[]>
  /** Imports left running by a process that is gone. */
  unfinished(): Promise<ImportRecord[]>
  /** Imports whose rows are stored but whose analysis was given up. */
  unanalysed(): Promise<ImportRecord[]>
  saveMapping(tenantId: string, columnsKey: string, mapping: Mapping, now: number): Promise<string>
  mappings(tenantId: string): Promise<{ id: string; columnsKey: string; mapping: Mapping; usedAt: number }[]>
}

export interface IntakeBatch {
  id: string
  tenantId: string
  idempotencyKey: string
  /** Hash of the request body: the same key with another body is a Conflict. */
  requestHash: string
  kind: IntakeKind
  sourceId: string
  receivedAt: number
  /** gzip of the accepted records (JSON), dropped when done. */
  payload: Buffer
  response: { accepted: number; rejected: number; rejects: RejectReason[] }
}

export interface IntakeRepository {
  /** Stores batch and its job in one transaction. An existing key returns the stored batch instead. */
  accept(batch: IntakeBatch): Promise<{ batch: Omit<IntakeBatch, 'payload'>; replayed: boolean }>
  get(
    tenantId: string,
    id: string,
  ): Promise<
    | (IntakeBatch & { state: 'accepted' | 'done' | 'failed'; duplicates: number; finishedAt: number | null })
    | null
  >
  /** Marks done and sends the follow-up jobs in one transaction; false when it was done before. */
  finish(
    id: string,
    counts: BatchCounts,
    jobs: { analyse: AnalyseDayJob[]; attribute: AttributeJob[] },
    now: number,
  ): Promise<boolean>
}
