import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { importRoutes as contract, type Inspection } from '@kesheng/contracts/http/import.routes'
import { inspectFile } from '@kesheng/connectors/files/inspect'
import type { ImportOptions } from '@kesheng/contracts/intake/mapping'
import { columnsKey, genericMapping, presets } from '@kesheng/connectors/presets'
import { notFound } from '@kesheng/core/errors/errors'
import type { ImportRecord, Upload } from '@kesheng/core/intake/ports'
import { rejectsCsv } from '@kesheng/core/intake/rejects-csv'
import { cancelImport, startImport } from '@kesheng/core/intake/start-import'
import { defaultTimeOf } from '../intake/default-time.ts'
import { audit } from './audit.ts'
import { importView } from './import-view.ts'
import type { Language } from './language.ts'
import { serve, serveStream, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function importRoutes(services: Services): ServedRoute[] {
  return [...uploadRoutes(services), ...importJobRoutes(services)]
}

function uploadRoutes(services: Services): ServedRoute[] {
  const { imports } = services.stores
  return [
    serve(contract.upload, async ({ principal, query, request }) => {
      const id = services.randomId()
      const body = request.body instanceof Readable ? request.body : Readable.from([])
      const { path, bytes } = await services.uploads.receive(id, body)
      const name = basename(query.name.replaceAll('\\', '/'))
      const upload = { id, tenantId: principal.tenant.id, name, path, bytes, createdAt: services.clock() }
      await imports.addUpload(upload)
      return inspect(services, upload, {})
    }),

    serve(contract.inspect, async ({ principal, params, body }) => {
      const upload = await imports.upload(principal.tenant.id, params.id)
      if (!upload) throw noSuchUpload()
      return inspect(services, upload, body)
    }),

    serve(contract.presets, async () => ({
      presets: presets.map(({ id, kind, platform, zh, en }) => ({ id, kind, platform, zh, en })),
    })),

    serve(contract.mappings, async ({ principal }) => {
      const mappings = await imports.mappings(principal.tenant.id)
      return {
        mappings: mappings.map(({ id, mapping, usedAt }) => ({
          id,
          mapping,
          usedAt: new Date(usedAt).toISOString(),
        })),
      }
    }),
  ]
}

function importJobRoutes(services: Services): ServedRoute[] {
  const { imports, queue } = services.stores
  const control = { imports, queue, clock: services.clock, newId: services.randomId }
  const view = async (record: ImportRecord, language: Language) => {
    const sources = await imports.sources(record.tenantId)
    const source = sources.find((one) => one.id === record.sourceId)
    return importView(record, source, { now: services.clock(), language })
  }
  return [
    serve(contract.start, async ({ principal, body, language }) => {
      const { uploadId, entry = '' } = body
      const options = withDefaultTime(services, body.options)
      const request = { tenantId: principal.tenant.id, uploadId, entry, options, startedBy: principal.actor }
      const record = await startImport(control, request)
      if (body.saveMapping) await rememberMapping(services, record)
      await audit(services, principal, 'import.start', record.id, {
        file: record.file,
        sourceId: record.sourceId,
      })
      return view(record, language)
    }),

    serve(contract.list, async ({ principal, language }) => {
      const records = await imports.list(principal.tenant.id, 200)
      const sources = new Map(
        (await imports.sources(principal.tenant.id)).map((source) => [source.id, source]),
      )
      const reading = { now: services.clock(), language }
      return { imports: records.map((record) => importView(record, sources.get(record.sourceId), reading)) }
    }),

    serve(contract.get, async ({ principal, params, language }) =>
      view(await find(services, principal.tenant.id, params.id), language),
    ),

    serve(contract.cancel, async ({ principal, params, language }) => {
      const record = await cancelImport(control, principal.tenant.id, params.id)
      await audit(services, principal, 'import.cancel', record.id, { file: record.file })
      return view(record, language)
    }),

    serveStream(contract.rejects, async ({ principal, params, reply }) => {
      const record = await find(services, principal.tenant.id, params.id)
      const name = `${record.file}.rejects.csv`
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      reply.type('text/csv; charset=utf-8')
      return reply.send(Readable.from(rejectsCsv(imports.rejects(record.id))))
    }),
  ]
}

function withDefaultTime(services: Services, options: ImportOptions): ImportOptions {
  const { defaultTime: typed, ...rest } = options
  const { timezone } = options.mapping
  const defaultTime = defaultTimeOf(typed, { timezone, now: services.clock() })
  return defaultTime === undefined ? rest : { ...rest, defaultTime }
}

interface InspectInput {
  entry?: string | undefined
  kind?: Inspection['kind'] | undefined
  mapping?: Inspection['mapping'] | undefined
  savedMappingId?: string | undefined
  defaultTime?: string | undefined
  shop?: string | undefined
  platform?: string | undefined
}

async function inspect(services: Services, upload: Upload, input: InspectInput): Promise<Inspection> {
  const savedMappings = await services.stores.imports.mappings(upload.tenantId)
  const saved = savedMappings.find((one) => one.id === input.savedMappingId)?.mapping
  const mapping = input.mapping ?? saved
  const { entry, kind, shop, platform } = input
  const { timezone } = mapping ?? genericMapping(kind ?? 'chats')
  const defaultTime = defaultTimeOf(input.defaultTime, { timezone, now: services.clock() })
  const inspected = await inspectFile({
    path: upload.path,
    name: upload.name,
    savedMappings,
    now: services.clock(),
    entry,
    kind,
    mapping,
    defaultTime,
    shop,
    platform,
  })
  return { uploadId: upload.id, ...inspected }
}

async function find(services: Services, tenantId: string, id: string): Promise<ImportRecord> {
  const record = await services.stores.imports.get(tenantId, id)
  if (!record) throw notFound({ message: { zh: '没有这次导入。', en: 'No such import.' } })
  return record
}

function noSuchUpload() {
  return notFound({
    message: { zh: '没有这个上传的文件。', en: 'No such upload.' },
    remedy: { zh: '上传一天后会清理，请重新上传。', en: 'Uploads are cleared after a day; upload again.' },
  })
}

/** Kept by the columns of the file, so that the next file that looks the same is mapped the same. */
async function rememberMapping(services: Services, record: ImportRecord): Promise<void> {
  const { imports } = services.stores
  const { mapping } = record.options
  const upload = await imports.upload(record.tenantId, record.uploadId)
  if (!upload) return
  const now = services.clock()
  const { path, name } = upload
  const entry = record.entry === '' ? {} : { entry: record.entry }
  const { preview } = await inspectFile({ path, name, mapping, now, ...entry })
  await imports.saveMapping(record.tenantId, columnsKey(preview.columns, mapping.kind), mapping, now)
}
