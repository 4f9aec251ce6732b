import { setImmediate as turn } from 'node:timers/promises'
import { genericMapping } from '@kesheng/connectors/presets'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import { contentId, sourceIdOf } from '@kesheng/core/identity/ids'
import { noCounts } from '@kesheng/core/intake/counts'
import type { ImportRecord, Upload } from '@kesheng/core/intake/ports'
import { runImport, type RecordReader } from '@kesheng/core/intake/run-import'
import { simulate, type Batch, type DemoSource } from '@kesheng/simulator/generate'
import type { WorkPorts } from '../jobs/work-ports.ts'
import { demoActor, demoPath, type DemoParameters } from './demo-history.ts'
import { Feed } from './feed.ts'
import { holdJobs } from './held-jobs.ts'

/** Records that may wait for a source's importer: two batches of it. */
const feedCapacity = 10_000

interface OpenSource {
  feed: Feed<RowOutcome>
  lines: number
  imported: Promise<unknown>
}

interface LoadDemo {
  tenantId: string
  parameters: DemoParameters
  signal: AbortSignal
  onProgress: (chats: number) => void
}

/**
 * Generates the demo brand into a workspace through the same intake as any file: one import for each source, all
 * read side by side from one generation. Interrupted, it starts the generation again and every import goes on from
 * its first batch that is not stored.
 */
export async function loadDemo(
  ports: WorkPorts,
  { tenantId, parameters, signal, onProgress }: LoadDemo,
): Promise<void> {
  const held = holdJobs(ports)
  const upload = uploadOf(tenantId, parameters)
  await ports.imports.addUpload(upload)
  const open = new Map<string, OpenSource>()
  const start = async (source: DemoSource): Promise<OpenSource> => {
    const record = await createImport(ports, upload, source, parameters)
    const feed = new Feed<RowOutcome>(feedCapacity)
    const importPorts = { ...ports, ...held.ports, reader: readerOf(feed) }
    const imported = runImport(importPorts, { tenantId, importId: record.id }, { signal })
    // Reported where it is awaited, at the end.
    imported.catch(() => undefined)
    return { feed, lines: 0, imported }
  }
  let chats = 0
  for (const batch of simulate(parameters).batches()) {
    signal.throwIfAborted()
    const source = open.get(batch.source.name) ?? (await start(batch.source))
    open.set(batch.source.name, source)
    await source.feed.push(outcomesOf(batch, source))
    if (batch.source.kind === 'chats') onProgress((chats += batch.records.length))
    // The generator is pure computation: requests get their turn between its batches.
    await turn()
  }
  for (const source of open.values()) source.feed.end()
  await Promise.all([...open.values()].map((source) => source.imported))
  await held.release()
}

function outcomesOf(batch: Batch, source: OpenSource): RowOutcome[] {
  return batch.records.map((record) => ({ line: (source.lines += 1), records: [record] }))
}

function readerOf(feed: Feed<RowOutcome>): RecordReader {
  return { read: () => feed, identity: async (upload) => upload.id }
}

function uploadOf(tenantId: string, parameters: DemoParameters): Upload {
  const id = contentId('demo-upload', tenantId, parameters.loadId)
  return { id, tenantId, name: '演示数据', path: demoPath(parameters), bytes: 0, createdAt: parameters.now }
}

async function createImport(
  ports: WorkPorts,
  upload: Upload,
  source: DemoSource,
  parameters: DemoParameters,
): Promise<ImportRecord> {
  const { tenantId } = upload
  const { name, kind, platform, shop, ownership } = source
  const now = ports.clock()
  const sourceId = sourceIdOf(tenantId, kind, name)
  await ports.imports.ensureSource(
    { id: sourceId, tenantId, name, kind, ownership, platform, owner: demoActor },
    now,
  )
  const mapping = { ...genericMapping(kind), name: '演示数据' }
  const record: ImportRecord = {
    ...noCounts,
    id: contentId('demo-import', tenantId, parameters.loadId, name),
    tenantId,
    uploadId: upload.id,
    entry: '',
    file: name,
    sourceId,
    options: { mapping, shop, platform, ownership, sourceName: name },
    state: 'running',
    bytes: 0,
    bytesRead: 0,
    batches: 0,
    analysed: 0,
    toAnalyse: 0,
    startedBy: demoActor,
    startedAt: now,
    finishedAt: null,
    error: null,
  }
  await ports.imports.create(record)
  return record
}
