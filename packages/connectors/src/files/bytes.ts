import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { type ReadHooks, UnreadableFile } from './source-row.ts'

/** 256 KiB: large enough that per-chunk work vanishes, small enough that one inflated chunk stays in tens of MB. */
const chunkBytes = 256 * 1024
/** Compressed bytes given to zlib at a time; text inflates about tenfold, a hostile file 1,000-fold (32 MB). */
const inflateBytes = 32 * 1024

/** The file's own bytes. `onBytes` counts them, so progress is right for compressed files too. */
export async function* fileBytes(
  path: string,
  hooks: ReadHooks = {},
  range?: { start: number; end: number },
): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: chunkBytes, ...range })
  yield* counted(stream, hooks)
}

/** Counts and hands on what a stream gives; leaving early or an abort closes it. */
export async function* counted(stream: Readable, hooks: ReadHooks): AsyncGenerator<Buffer> {
  let taken = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hooks.signal?.throwIfAborted()
    taken += chunk.length
    hooks.onBytes?.(taken)
    yield chunk
  }
}

/**
 * Inflates gzip or raw deflate. Compressed slices go in one at a time and everything they give is handed on before
 * the next one, so memory is bounded by one slice; piping instead would lose the last readable rows of a truncated
 * file, because a stream that fails drops what it has buffered.
 */
export async function* inflate(
  source: AsyncIterable<Buffer>,
  kind: 'gzip' | 'deflate-raw',
): AsyncGenerator<Buffer> {
  const inflater = kind === 'gzip' ? createGunzip() : createInflateRaw()
  let inflated: Buffer[] = []
  const failures: Error[] = []
  inflater.on('data', (chunk: Buffer) => inflated.push(chunk))
  inflater.on('error', (error) => failures.push(error))
  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      inflater.once('close', resolve)
      act(() => {
        inflater.off('close', resolve)
        resolve()
      })
    })
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && failures.length === 0; at += inflateBytes) {
        await step((done) => inflater.write(chunk.subarray(at, at + inflateBytes), () => done()))
        yield* inflated
        inflated = []
      }
      if (failures.length > 0) break
    }
    if (failures.length === 0) await step((done) => inflater.end(() => done()))
    if (failures.length === 0 && !inflater.readableEnded) await step((done) => inflater.once('end', done))
    yield* inflated
  } finally {
    inflater.destroy()
  }
  const [failure] = failures
  if (failure !== undefined) throw new UnreadableFile('damaged_archive', failure.message)
}

/** The first bytes of a source; the source is closed afterwards. What fails after some bytes does not matter here. */
export async function takeBytes(source: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of source) {
      parts.push(chunk)
      length += chunk.length
      if (length >= limit) break
    }
  } catch (error) {
    if (length === 0) throw error
  }
  return Buffer.concat(parts).subarray(0, limit)
}
