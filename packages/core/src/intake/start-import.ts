import type { ImportOptions } from '@kesheng/contracts/intake/mapping'
import { conflict, notFound } from '../errors/errors.ts'
import { sourceIdOf } from '../identity/ids.ts'
import type { JobQueue } from '../queue/ports.ts'
import { noCounts } from './counts.ts'
import type { ImportRecord, ImportRepository } from './ports.ts'
import { resumeAnalysis } from './resume-analysis.ts'

export interface ImportControlPorts {
  imports: ImportRepository
  queue: Pick<JobQueue, 'send'>
  /** Epoch ms. */
  clock: () => number
  newId: () => string
}

export interface StartImport {
  tenantId: string
  uploadId: string
  /** Inner name in an archive, '' for a plain file. */
  entry: string
  options: ImportOptions
  startedBy: string
}

/**
 * Records an import of a spooled upload, finds or makes its source, and hands it to a worker. Rows that an earlier
 * import of the source stored are dropped as duplicates; if that one's analysis was given up, it goes on.
 */
export async function startImport(ports: ImportControlPorts, request: StartImport): Promise<ImportRecord> {
  const { tenantId, uploadId, entry, options, startedBy } = request
  const upload = await ports.imports.upload(tenantId, uploadId)
  if (upload === null) throw notFound({ message: { zh: '没有这个上传文件', en: 'No such upload' } })
  const now = ports.clock()
  const file = entry === '' || entry === upload.name ? upload.name : `${upload.name}/${entry}`
  const name = options.sourceName ?? file
  const { kind } = options.mapping
  const { ownership } = options
  const source = await ports.imports.ensureSource(
    {
      id: sourceIdOf(tenantId, kind, name),
      tenantId,
      name,
      kind,
      ownership,
      platform: options.platform ?? '',
      owner: startedBy,
    },
    now,
  )
  const record: ImportRecord = {
    ...noCounts,
    id: ports.newId(),
    tenantId,
    uploadId,
    entry,
    file,
    sourceId: source.id,
    options,
    state: 'running',
    bytes: upload.bytes,
    bytesRead: 0,
    batches: 0,
    analysed: 0,
    toAnalyse: 0,
    startedBy,
    startedAt: now,
    finishedAt: null,
    error: null,
  }
  await ports.imports.create(record)
  const unanalysed = await ports.imports.unanalysed()
  await resumeAnalysis(
    ports,
    unanalysed.filter((other) => other.sourceId === source.id),
  )
  await ports.queue.send('import-file', [{ tenantId, importId: record.id }])
  return record
}

/** Asks an import to stop. The worker that reads it, or the next one, takes its rows back. */
export async function cancelImport(
  ports: Pick<ImportControlPorts, 'imports' | 'queue' | 'clock'>,
  tenantId: string,
  importId: string,
): Promise<ImportRecord> {
  const record = await ports.imports.get(tenantId, importId)
  if (record === null) throw notFound({ message: { zh: '没有这次导入', en: 'No such import' } })
  const asked = await ports.imports.transition(importId, ['running', 'analysing'], 'cancelling', {
    now: ports.clock(),
  })
  if (!asked)
    throw conflict({
      message: { zh: '这次导入已经结束，不能取消', en: 'The import has ended and cannot be cancelled' },
      remedy: { zh: '要移除它的数据，请删除数据源', en: 'Delete its source to remove the data' },
    })
  await ports.queue.send('import-file', [{ tenantId, importId }])
  return { ...record, state: 'cancelling' }
}
