import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Stores keep this form only, so a leaked database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export const apiKeyPrefix = 'ks_'

/** An API key as shown once; its first 8 characters stay readable so people can tell keys apart. */
export function newApiKey(): { secret: string; prefix: string; hash: string } {
  const secret = apiKeyPrefix + newToken()
  return { secret, prefix: secret.slice(0, 8), hash: hashToken(secret) }
}
