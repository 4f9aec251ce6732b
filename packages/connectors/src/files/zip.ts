import { open, type Entry, type ZipFile, type ZipFileOptions } from 'yauzl'
import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { counted, inflate } from './bytes.ts'
import { type ReadHooks, UnreadableFile } from './source-row.ts'

export interface ZipEntry {
  name: string
  compressedSize: number
  uncompressedSize: number
  /** 0 stored, 8 deflated. */
  method: number
  encrypted: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Chinese Windows writes entry names in GBK without saying so; the flag for UTF-8 is bit 11. */
function decodeName(name: Buffer, flags: number): string {
  if ((flags & 0x800) === 0) {
    try {
      return utf8.decode(name)
    } catch {
      return iconv.decode(name, 'gb18030')
    }
  }
  return name.toString('utf8')
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) reject(new UnreadableFile('damaged_archive', error.message))
      else resolve(zip)
    })
  })
}

/** Walks the directory until `visit` says stop. */
function eachEntry(zip: ZipFile, visit: (entry: Entry, name: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(new UnreadableFile('damaged_archive', error.message)))
    zip.on('end', () => resolve())
    zip.on('entry', (entry: Entry) => {
      const name = decodeName(entry.fileName as unknown as Buffer, entry.generalPurposeBitFlag)
      if (visit(entry, name)) resolve()
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const zip = await openZip(path)
  const entries: ZipEntry[] = []
  try {
    await eachEntry(zip, (entry, name) => {
      entries.push({
        name,
        compressedSize: entry.compressedSize,
        uncompressedSize: entry.uncompressedSize,
        method: entry.compressionMethod,
        encrypted: (entry.generalPurposeBitFlag & 1) === 1,
      })
      return entries.length >= 10_000
    })
  } finally {
    zip.close()
  }
  return entries
}

function rawStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  const raw = { decodeFileData: false } as unknown as ZipFileOptions
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, raw, (error, stream) => {
      if (error) reject(new UnreadableFile('damaged_archive', error.message))
      else resolve(stream)
    })
  })
}

/** Bytes of one entry, inflated; `onBytes` counts the compressed ones. */
export async function* zipEntryBytes(
  path: string,
  name: string,
  hooks: ReadHooks = {},
): AsyncGenerator<Buffer> {
  const zip = await openZip(path)
  try {
    let found: Entry | undefined
    await eachEntry(zip, (entry, entryName) => {
      if (entryName === name) found = entry
      return found !== undefined
    })
    if (found === undefined) throw new UnreadableFile('missing_entry', name)
    if ((found.generalPurposeBitFlag & 1) === 1) throw new UnreadableFile('encrypted_archive', name)
    if (found.compressionMethod !== 0 && found.compressionMethod !== 8) {
      throw new UnreadableFile('damaged_archive', `method ${found.compressionMethod}`)
    }
    const bytes = counted(await rawStream(zip, found), hooks)
    yield* found.compressionMethod === 8 ? inflate(bytes, 'deflate-raw') : bytes
  } finally {
    zip.close()
  }
}
