import { createHash } from 'node:crypto'

/**
 * Identity of a file by its content with compression taken off: rows without time and session are known by their
 * place in it, whatever the file is called and however it was packed.
 */
export async function contentIdentity(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}
