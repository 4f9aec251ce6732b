import type { PeopleRepository } from '@kesheng/core/people/ports'
import { hashToken, newToken } from './tokens.ts'

/** Long enough to hand over a link on the next working day after a holiday week. */
export const linkLifetimeMs = 7 * 86_400_000

/** A link that signs one person in, once. Only its hash is kept. */
export async function createSignInLink(
  people: PeopleRepository,
  userId: string,
  address: string,
  now: number,
): Promise<string> {
  const token = newToken()
  await people.addSignInLink({ tokenHash: hashToken(token), userId, expiresAt: now + linkLifetimeMs })
  return `${address}/sign-in?token=${token}`
}
