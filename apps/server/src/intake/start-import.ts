import type { ImportOptions } from '@kesheng/contracts/intake/mapping'
import { inspectFile } from '@kesheng/connectors/files/inspect'
import { columnsKey } from '@kesheng/connectors/presets'
import type { ImportRecord, Upload } from '@kesheng/core/intake/ports'
import type { Services } from '../http/services.ts'

interface StartInput {
  upload: Upload
  entry?: string | undefined
  options: ImportOptions
  saveMapping: boolean
  startedBy: string
}

const noCounts = {
  read: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  missingTime: 0,
  assumedTime: 0,
  unknownRole: 0,
  mojibake: 0,
  futureDates: 0,
  duplicatedIds: 0,
}

/** Registers source and import, then hands the reading to the queue. */
export async function startImport(services: Services, input: StartInput): Promise<ImportRecord> {
  const { imports, queue } = services.stores
  const { upload, options, entry = '' } = input
  const now = services.clock()
  const source = await imports.ensureSource(
    {
      id: services.randomId(),
      tenantId: upload.tenantId,
      name: options.sourceName ?? (entry === '' ? upload.name : entry),
      kind: options.mapping.kind,
      ownership: options.ownership,
      platform: options.platform ?? options.mapping.constants['platform'] ?? '',
      owner: input.startedBy,
    },
    now,
  )
  if (input.saveMapping) await rememberMapping(services, input, now)
  const record: ImportRecord = {
    ...noCounts,
    id: services.randomId(),
    tenantId: upload.tenantId,
    uploadId: upload.id,
    entry,
    file: entry === '' ? upload.name : `${upload.name}/${entry}`,
    sourceId: source.id,
    options,
    state: 'running',
    bytes: upload.bytes,
    bytesRead: 0,
    batches: 0,
    analysed: 0,
    toAnalyse: 0,
    startedBy: input.startedBy,
    startedAt: now,
    finishedAt: null,
    error: null,
  }
  await imports.create(record)
  await queue.send('import-file', [{ tenantId: upload.tenantId, importId: record.id }])
  return record
}

/** Kept by the columns of the file, so that the next file that looks the same is mapped the same. */
async function rememberMapping(services: Services, { upload, entry, options }: StartInput, now: number): Promise<void> {
  const { mapping } = options
  const { path, name, tenantId } = upload
  const { preview } = await inspectFile({ path, name, mapping, now, ...(entry === undefined ? {} : { entry }) })
  await services.stores.imports.saveMapping(tenantId, columnsKey(preview.columns, mapping.kind), mapping, now)
}
