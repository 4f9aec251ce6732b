import { createWriteStream } from 'node:fs'
import { access, constants, mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ownership } from '@kesheng/contracts/facts/common'
import { importRoutes, type ImportJob, type Inspection } from '@kesheng/contracts/http/import.routes'
import { invalidInput, unavailable } from '@kesheng/core/errors/errors'
import { requestOf } from './call.ts'
import type { CommandContext } from './command.ts'
import type { Connection } from './connection.ts'
import type { MappingChoice } from './mapping-option.ts'
import { progressLine } from './progress-bar.ts'

export interface ImportRequest extends MappingChoice {
  shop: string | undefined
  platform: string | undefined
  ownership: Ownership
  defaultTime: string | undefined
  /** Also wait for the analysis. */
  wait: boolean
}

/** One element of `files` in the JSON answer; a zip gives one for each file inside. */
export interface ImportedFile {
  file: string
  kind: string
  mapping: string
  read: number
  accepted: number
  duplicates: number
  rejected: number
  /** CSV with the rejected rows; null when there are none. */
  rejectsFile: string | null
}

/** What became of one file, and why when nothing at all could be made of it. */
export interface Imported {
  file: ImportedFile
  unusable: string | null
  /** Rows were rejected because the file has no times and none was given. */
  untimed: boolean
}

const pollMs = 250
const reading = ['running', 'cancelling']

export async function importFile(
  context: CommandContext,
  connection: Connection,
  path: string,
  request: ImportRequest,
): Promise<Imported[]> {
  await checkReadable(path)
  const uploadId = await connection.upload(resolve(path))
  const first = await inspect(connection, uploadId, undefined, request)
  const entries = first.entries.length > 1 ? first.entries : [first.entry]
  const files: Imported[] = []
  for (const entry of entries) {
    const inspection = entry === first.entry ? first : await inspect(connection, uploadId, entry, request)
    const job = await importEntry(context, connection, inspection, request)
    const file = await outcome(context, connection, entries.length > 1 ? `${path}/${entry}` : path, job)
    const untimed = inspection.needsDefaultTime && request.defaultTime === undefined && file.rejected > 0
    files.push({ file, unusable: whyUnusable(file, inspection), untimed })
  }
  return files
}

async function checkReadable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch(() => {
    throw invalidInput({
      message: { zh: '没有这个文件，或无权读取。', en: 'There is no such file, or it may not be read.' },
    })
  })
  if ((await stat(path)).isFile()) return
  throw invalidInput({
    message: { zh: '这不是文件。', en: 'This is not a file.' },
    remedy: {
      zh: `请写出里面的文件，例如 ${join(path, '*.csv')}`,
      en: `Name the files inside, e.g. ${join(path, '*.csv')}`,
    },
  })
}

async function inspect(
  connection: Connection,
  uploadId: string,
  entry: string | undefined,
  { kind, mapping, defaultTime, shop, platform }: ImportRequest,
): Promise<Inspection> {
  const body = {
    ...(entry === undefined ? {} : { entry }),
    ...(kind === undefined ? {} : { kind }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(defaultTime === undefined ? {} : { defaultTime }),
    ...(shop === undefined ? {} : { shop }),
    ...(platform === undefined ? {} : { platform }),
  }
  return connection.call(importRoutes.inspect, { params: { id: uploadId }, body })
}

async function importEntry(
  context: CommandContext,
  connection: Connection,
  inspection: Inspection,
  request: ImportRequest,
): Promise<ImportJob> {
  const { shop, platform, ownership, defaultTime } = request
  const options = {
    mapping: inspection.mapping,
    ownership,
    ...(shop === undefined ? {} : { shop }),
    ...(platform === undefined ? {} : { platform }),
    ...(defaultTime === undefined ? {} : { defaultTime }),
  }
  const body = {
    uploadId: inspection.uploadId,
    entry: inspection.entry,
    options,
    saveMapping: request.mapping !== undefined,
  }
  let job = await connection.call(importRoutes.start, { body })
  // Without a server nobody would go on with the analysis after this process, so it is finished here.
  const open: readonly string[] = request.wait || connection.inProcess ? [...reading, 'analysing'] : reading
  while (open.includes(job.state)) {
    if (context.terminal) context.note(`\r\u001B[K${progressLine(job, context.language)}`)
    await sleep(pollMs)
    job = await connection.call(importRoutes.get, { params: { id: job.id } })
  }
  if (context.terminal) context.note('\r\u001B[K')
  if (job.state === 'failed') {
    const why = job.error ?? ''
    throw unavailable({ message: { zh: `导入失败：${why}`, en: `The import failed: ${why}` } })
  }
  return job
}

async function outcome(
  context: CommandContext,
  connection: Connection,
  file: string,
  job: ImportJob,
): Promise<ImportedFile> {
  const { kind, mapping, read, accepted, duplicates, rejected } = job
  const rejectsFile = rejected > 0 ? await saveRejects(context, connection, job.id) : null
  return { file, kind, mapping, read, accepted, duplicates, rejected, rejectsFile }
}

async function saveRejects(
  context: CommandContext,
  connection: Connection,
  importId: string,
): Promise<string> {
  const directory = join(context.config.dataDir, 'rejects')
  await mkdir(directory, { recursive: true })
  const path = join(directory, `${importId}.csv`)
  const { url } = requestOf(importRoutes.rejects, { params: { id: importId } })
  await pipeline(Readable.from(await connection.download(url)), createWriteStream(path))
  return path
}

/** A file whose times are missing can be read: it only needs --default-time. */
function whyUnusable(file: ImportedFile, inspection: Inspection): string | null {
  if (file.accepted + file.duplicates > 0 || file.rejected === 0 || inspection.needsDefaultTime) return null
  return inspection.preview.rejects[0]?.remedy ?? ''
}
