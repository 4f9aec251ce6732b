import { createHash } from 'node:crypto'

/**
 * Identity of a file by its bytes (and the inner name in an archive): rows without time and session are known by
 * their place in it, whatever the file is called.
 */
export async function contentIdentity(bytes: AsyncIterable<Uint8Array>, entry = ''): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.update(`\u001f${entry}`).digest('hex')
}
