import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/**
 * scrypt with N = 2^15, r = 8, p = 1: 32 MiB and ≈ 80 ms a guess on a current core. The parameters stand in the
 * hash, so they can rise without locking anybody out.
 */
const current = { cost: 32_768, blockSize: 8, parallelization: 1 } as const
const keyLength = 32
export const saltLength = 16

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error === null ? resolve(key) : reject(error))
    scrypt(password.normalize('NFKC'), salt, keyLength, { ...options, maxmem: 256 * 1024 * 1024 }, done)
  })
}

/** `scrypt$32768$8$1$<salt>$<key>`, base64url. */
export async function hashPassword(password: string, salt: Buffer): Promise<string> {
  const key = await derive(password, salt, current)
  const { cost, blockSize, parallelization } = current
  return [
    'scrypt',
    cost,
    blockSize,
    parallelization,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join('$')
}

/** False for a wrong password and for a hash that cannot be read. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, cost, blockSize, parallelization, salt, key] = hash.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  })
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

/** Made with weaker parameters than today's: replace it at the next sign-in. */
export function isOutdated(hash: string): boolean {
  const { cost, blockSize, parallelization } = current
  return !hash.startsWith(`scrypt$${cost}$${blockSize}$${parallelization}$`)
}
