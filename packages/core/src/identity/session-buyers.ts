import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import { isMaskedName } from './buyer-key.ts'

/**
 * Many chat exports name the buyer only where the buyer speaks. The agent's messages of the same platform session
 * belong to that buyer's thread; without this they would stand in another conversation and nothing would ever be
 * answered. Two generations of at most `limit` sessions, so memory stays bounded.
 */
export class SessionBuyers {
  private young = new Map<string, string>()
  private old = new Map<string, string>()
  private readonly limit: number

  constructor(limit = 20_000) {
    this.limit = limit
  }

  /** Learns from rows before they are mapped, so that an agent who speaks first finds the buyer too. */
  learn(outcomes: readonly RowOutcome[]): void {
    for (const outcome of outcomes) {
      if (!('records' in outcome)) continue
      for (const record of outcome.records)
        if (record.kind === 'chats' && record.sessionId && record.buyer && !isMaskedName(record.buyer))
          this.note(keyOf(record.shop, record.sessionId), record.buyer)
    }
  }

  /** The account that spoke in a session, as the first row of the file that names one has it. */
  buyerOf(record: { shop?: string; sessionId?: string }): string | undefined {
    if (!record.sessionId) return undefined
    const key = keyOf(record.shop, record.sessionId)
    return this.young.get(key) ?? this.old.get(key)
  }

  private note(key: string, buyer: string): void {
    const known = this.young.get(key)
    if (known !== undefined) return
    if (this.young.size >= this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, this.old.get(key) ?? buyer)
  }
}

const keyOf = (shop: string | undefined, session: string): string => `${shop ?? ''}\u001f${session}`
