import { createHash } from 'node:crypto'

/** Random bytes from the system; passed in, so that tests know what comes. */
export type RandomBytes = (count: number) => Buffer

const tokenBytes = 32

/** A secret of 256 bits, safe in URLs and headers. */
export function newToken(randomBytes: RandomBytes): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** Stores keep this, never the token. A random token needs no salt and no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
