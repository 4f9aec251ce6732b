import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { AnalyzerFor } from '../conversations/analyzer-pool.ts'
import type { RangeLock } from '../conversations/range-lock.ts'
import { notFound } from '../errors/errors.ts'
import type { FactStore } from '../facts/ports.ts'
import type { JobQueue } from '../queue/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { Sealer, WorkspaceRepository } from '../workspace/ports.ts'
import { planImport } from './finish-import.ts'
import { inBatches } from './batches.ts'
import { countRows } from './counts.ts'
import { dropDuplicates } from './duplicates.ts'
import { insertRows } from './insert-rows.ts'
import type { ImportRecord, ImportRepository, Upload } from './ports.ts'
import type { RowContext, RowMemory } from './row-context.ts'
import { takeBack } from './take-back.ts'
import { rowSetNames, type RowSets } from './row-sets.ts'
import { newRowMemory, toRows } from './to-rows.ts'

/** Reads a spooled upload; the same file gives the same outcomes in the same order every time. */
export interface RecordReader {
  read(
    upload: Upload,
    record: ImportRecord,
    options: { now: number; signal?: AbortSignal; onBytes: (bytes: number) => void },
  ): AsyncIterable<RowOutcome[]>
  /** Hash of the content, see `contentIdentity`. Asked for only when rows may lack a time. */
  identity(upload: Upload, record: ImportRecord): Promise<string>
}

export interface RunImportPorts {
  facts: FactStore
  imports: ImportRepository
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  queue: Pick<JobQueue, 'send'>
  sealer: Pick<Sealer, 'seal'>
  reader: RecordReader
  analyzerFor: AnalyzerFor
  lock: RangeLock
  /** Epoch ms. */
  clock: () => number
  /** Called after each batch, e.g. to tell screens. */
  onProgress?: (importId: string) => void
}

export interface RunImportOptions {
  signal?: AbortSignal
  /** Outcomes a batch; only tests change it. */
  batchSize?: number
}

async function contextOf(ports: RunImportPorts, record: ImportRecord, upload: Upload): Promise<RowContext> {
  const { options } = record
  const defaultTime = options.defaultTime === undefined ? null : Date.parse(options.defaultTime)
  return {
    tenantId: record.tenantId,
    sourceId: record.sourceId,
    importId: record.id,
    kind: options.mapping.kind,
    wide: options.mapping.questions !== undefined,
    ownership: options.ownership,
    platform: options.platform ?? '',
    shop: options.shop ?? '',
    defaultTime,
    fileIdentity: defaultTime === null ? '' : await ports.reader.identity(upload, record),
    // The start of the import, not this attempt's: what counts as the future must not change when it resumes.
    now: record.startedAt,
    sealer: ports.sealer,
  }
}

function touchedBy(rows: RowSets): { day: number; bucket: number }[] {
  const touched = new Set<number>()
  for (const set of rowSetNames) for (const { day, bucket } of rows[set]) touched.add(day * 256 + bucket)
  return [...touched].map((key) => ({ day: Math.floor(key / 256), bucket: key % 256 }))
}

async function storeBatch(
  ports: RunImportPorts,
  context: RowContext,
  memory: RowMemory,
  outcomes: readonly RowOutcome[],
  place: { batch: number; bytesRead: number },
): Promise<void> {
  const mapped = toRows(outcomes, { ...context, now: ports.clock() }, memory)
  await dropDuplicates(mapped, ports.facts)
  const analyzer = async () => ports.analyzerFor((await settingsOf(ports.workspaces, context.tenantId)).packs)
  await insertRows(ports.facts, mapped.rows, analyzer, `import:${context.importId}:${place.batch}`)
  await ports.imports.commitBatch({
    importId: context.importId,
    ...place,
    counts: countRows(mapped.tallies),
    rejects: mapped.rejects,
    touched: touchedBy(mapped.rows),
  })
}

/** Reads on from the first batch that is not committed; returns the state it found when that is no longer `running`. */
async function readAll(
  ports: RunImportPorts,
  record: ImportRecord,
  upload: Upload,
  options: RunImportOptions,
): Promise<ImportRecord['state']> {
  const context = await contextOf(ports, record, upload)
  const memory = newRowMemory(record.tenantId)
  let bytesRead = 0
  const chunks = ports.reader.read(upload, record, {
    now: record.startedAt,
    onBytes: (bytes) => (bytesRead = bytes),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  let batch = 0
  for await (const outcomes of inBatches(chunks, options.batchSize)) {
    if (batch < record.batches) {
      // Committed before a restart: only what the next rows' ids depend on is worked out again.
      toRows(outcomes, { ...context, sealer: { seal: () => '' } }, memory)
    } else {
      const now = await ports.imports.get(record.tenantId, record.id)
      if (now?.state !== 'running') return now?.state ?? 'cancelled'
      options.signal?.throwIfAborted()
      await storeBatch(ports, context, memory, outcomes, { batch, bytesRead })
      ports.onProgress?.(record.id)
    }
    batch++
  }
  return 'running'
}

/**
 * Runs an import to its end, or on from where a crash left it: batches are cut from the file alone, each is stored
 * under its own token and committed with its counts, so nothing is lost or doubled whenever the process dies.
 */
export async function runImport(
  ports: RunImportPorts,
  job: { tenantId: string; importId: string },
  options: RunImportOptions = {},
): Promise<ImportRecord['state']> {
  const record = await ports.imports.get(job.tenantId, job.importId)
  if (record === null) throw notFound({ message: { zh: '没有这次导入', en: 'No such import' } })
  if (record.state === 'cancelling') return takeBack(ports, record)
  if (record.state === 'analysing') return planImport(ports, record)
  if (record.state !== 'running') return record.state
  const upload = await ports.imports.upload(record.tenantId, record.uploadId)
  if (upload === null)
    throw notFound({ message: { zh: '上传的文件已不在', en: 'The uploaded file is gone' } })
  try {
    const found = await readAll(ports, record, upload, options)
    const state = found === 'running' ? await planImport(ports, record) : found
    // Another worker may have taken rows back while the last batch was being stored here.
    return state === 'cancelling' || state === 'cancelled' ? await takeBack(ports, record) : state
  } finally {
    ports.onProgress?.(record.id)
  }
}
