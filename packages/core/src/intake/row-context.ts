import type { Ownership } from '@kesheng/contracts/facts/common'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Sealer } from '../workspace/ports.ts'
import type { IdentityCache } from '../identity/identity-cache.ts'
import type { SessionBuyers } from '../identity/session-buyers.ts'
import type { Occurrences } from './occurrences.ts'

/** What is the same for every row of one import or intake batch. */
export interface RowContext {
  tenantId: string
  sourceId: string
  /** Import or intake batch id. */
  importId: string
  kind: IntakeKind
  /** One row of a survey holds all answers of a response. */
  wide: boolean
  ownership: Ownership
  /** Fixed values for rows that name none. */
  platform: string
  shop: string
  /** Epoch ms for rows without a time; null = such rows are rejected. */
  defaultTime: number | null
  /** Hash of the file's bytes (or of the request): identity of rows that have neither time nor session. */
  fileIdentity: string
  /** Epoch ms: dates after tomorrow are in the future; also the version of the rows. */
  now: number
  sealer: Pick<Sealer, 'seal'>
}

/**
 * What to-rows remembers from row to row. Bounded: a 5 GB file must not grow memory. Built again from the start of
 * the file when an import resumes, so ids come out the same.
 */
export interface RowMemory {
  identities: IdentityCache
  occurrences: Occurrences
  sessionBuyers: SessionBuyers
}
