import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileBytes, inflate, takeBytes } from './bytes.ts'
import { decodeSample, detectEncoding, type Encoding, isAscii } from './encoding.ts'
import { detectTextFormat, type FileFormat } from './format.ts'
import { type ReadHooks, UnreadableFile } from './source-row.ts'
import { type ZipEntry, zipEntries, zipEntryBytes } from './zip.ts'

/** Enough for every decision about a file; a GB18030 or UTF-8 file shows its nature within a few kilobytes. */
const sampleBytes = 2 * 1024 * 1024

export type Compression = 'none' | 'gzip' | 'zip'

/** A file after the first look at it. */
export interface SourceFile {
  path: string
  name: string
  bytes: number
  compression: Compression
  /** Inner name when zipped, else ''. */
  entry: string
  entries: string[]
  format: FileFormat
  encoding: Encoding
  /** Nothing but ASCII in the sample: the encoding is decided when the first other byte comes. */
  undecided: boolean
  sample: string
  /** The sample holds the whole content. */
  complete: boolean
}

/** First record of an archive, or the end record of an empty one. */
const zipMagics = new Set([0x04034b50, 0x06054b50])
const dataName = /\.(?:csv|tsv|txt|xlsx|json|jsonl|ndjson)(?:\.gz)?$/i

async function magic(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(8)
    const { bytesRead } = await handle.read(buffer, 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b
const isZip = (head: Buffer): boolean => head.length >= 4 && zipMagics.has(head.readUInt32LE(0))
const isOldExcel = (head: Buffer): boolean => head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0

/** PNG, JPEG, GIF, PDF, RAR, 7z, RIFF (WebP, sound), MP4 at its fifth byte. */
const foreignMagics =
  /^(?:\x89PNG|\xff\xd8\xff|GIF8|%PDF|Rar!|7z\xbc\xaf|RIFF....(?:WEBP|WAVE|AVI )|....ftyp)/s

/** A picture, a document, another archive: no text has their beginnings or zero bytes, unless it is UTF-16. */
function isForeign(sample: Buffer, encoding: Encoding): boolean {
  if (foreignMagics.test(sample.toString('latin1', 0, 16))) return true
  return !encoding.startsWith('utf-16') && sample.includes(0)
}

const isHidden = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\./.test(name) || /(?:^|\/)~\$/.test(name)

function dataEntries(entries: readonly ZipEntry[]): string[] {
  const visible = entries.filter((entry) => !isHidden(entry.name) && entry.uncompressedSize > 0)
  const known = visible.filter((entry) => dataName.test(entry.name))
  return (known.length > 0 ? known : visible).map((entry) => entry.name)
}

/** Bytes of the content with compression taken off; an entry of a zip may be gzipped itself. */
export async function* contentBytes(
  file: Pick<SourceFile, 'path' | 'compression' | 'entry'>,
  hooks: ReadHooks = {},
): AsyncGenerator<Buffer> {
  if (file.compression === 'gzip') yield* inflate(fileBytes(file.path, hooks), 'gzip')
  else if (file.compression === 'zip') {
    const inner = zipEntryBytes(file.path, file.entry, hooks)
    yield* /\.gz$/i.test(file.entry) ? inflate(inner, 'gzip') : inner
  } else yield* fileBytes(file.path, hooks)
}

async function unpack(
  path: string,
  entry: string | undefined,
): Promise<Pick<SourceFile, 'compression' | 'entry' | 'entries'>> {
  const head = await magic(path)
  if (isGzip(head)) return { compression: 'gzip', entry: '', entries: [] }
  if (!isZip(head)) return { compression: 'none', entry: '', entries: [] }
  const all = await zipEntries(path)
  if (all.some(({ name }) => name === 'xl/workbook.xml'))
    return { compression: 'none', entry: '', entries: [] }
  const entries = dataEntries(all)
  const chosen = entry !== undefined && entry !== '' ? entry : entries[0]
  if (chosen === undefined) throw new UnreadableFile('empty_archive', '')
  return { compression: 'zip', entry: chosen, entries }
}

/**
 * Content of a file, compression taken off, as far as it can be read: two packings of one table give the same bytes.
 */
export async function* contentOf(path: string, entry?: string): AsyncGenerator<Buffer> {
  try {
    yield* contentBytes({ path, ...(await unpack(path, entry)) })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
}

/** Looks at a file: what is around it, what it is, how its text is encoded. Throws UnreadableFile. */
export async function openFile(path: string, name: string, entry?: string): Promise<SourceFile> {
  const found = await stat(path)
  if (!found.isFile()) throw new UnreadableFile('not_a_file', name)
  const bytes = found.size
  const around = await unpack(path, entry)
  const base = { path, name, bytes, ...around }
  const sample = await takeBytes(contentBytes(base), sampleBytes)
  const complete = sample.length < sampleBytes
  const inner = around.entry === '' ? name : around.entry
  if (sample.length === 0) throw new UnreadableFile('empty_file', inner)
  if (isOldExcel(sample)) throw new UnreadableFile('old_excel', inner)
  if (isZip(sample))
    return { ...base, format: 'xlsx', encoding: 'utf-8', undecided: false, sample: '', complete: false }
  const encoding = detectEncoding(sample)
  if (isForeign(sample, encoding)) throw new UnreadableFile('not_a_table', inner)
  const text = decodeSample(sample, encoding)
  const format = detectTextFormat(text, inner, complete)
  return { ...base, format, encoding, undecided: isAscii(sample), sample: text, complete }
}

/**
 * Path of a workbook for random access: the file itself, or a temporary copy when the workbook is inside a zip or
 * gzip. `release` removes the copy.
 */
export async function workbookPath(
  file: SourceFile,
): Promise<{ path: string; release: () => Promise<void> }> {
  if (file.compression === 'none') return { path: file.path, release: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'kesheng-workbook-'))
  const path = join(folder, 'workbook.xlsx')
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(Readable.from(contentBytes(file)), createWriteStream(path))
  } catch (error) {
    await release()
    throw error
  }
  return { path, release }
}
