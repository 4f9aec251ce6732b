import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { invalidInput } from '@kesheng/core/errors/errors'

/** Files of one directory: an upload is the log of its import until the import is finished. */
export interface UploadSpool {
  /** Writes a stream to disk and answers after it is durable there. */
  receive(id: string, body: Readable): Promise<{ path: string; bytes: number }>
  /** Deletes spooled files older than `olderThan` (epoch ms) whose id `keep` does not want. */
  sweep(olderThan: number, keep: (id: string) => boolean): Promise<string[]>
}

export async function openUploadSpool(directory: string): Promise<UploadSpool> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return {
    receive: (id, body) => receive(join(directory, id), body),
    sweep: (olderThan, keep) => sweep(directory, olderThan, keep),
  }
}

async function receive(path: string, body: Readable): Promise<{ path: string; bytes: number }> {
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    // `flush` makes the stream fsync before it closes.
    await pipeline(body, count, createWriteStream(path, { mode: 0o600, flush: true }))
    if (bytes === 0) throw emptyUpload()
    await syncDirectory(join(path, '..'))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, bytes }
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(directory: string, olderThan: number, keep: (id: string) => boolean): Promise<string[]> {
  const removed: string[] = []
  for (const id of await readdir(directory)) {
    const path = join(directory, id)
    const { mtimeMs } = await stat(path)
    if (mtimeMs >= olderThan || keep(id)) continue
    await rm(path, { force: true })
    removed.push(id)
  }
  return removed
}

function emptyUpload() {
  return invalidInput({
    message: { zh: '文件是空的。', en: 'The file is empty.' },
    remedy: { zh: '请检查导出是否成功，再重新上传。', en: 'Check the export, then upload again.' },
  })
}
