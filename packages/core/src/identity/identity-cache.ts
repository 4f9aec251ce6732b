import { maskPii } from '@kesheng/analysis/pii/mask'
import { bucketOf, buyerIdOf, threadIdOf } from './ids.ts'

export interface Identity {
  buyerId: string
  threadId: string
  bucket: number
}

/**
 * Keeps derived values of recent keys: two generations of at most `limit` entries, the older one dropped whole. A
 * buyer writes ≈ 10 messages in a row, so most lookups save two hashes, and memory stays bounded whatever the file.
 */
class Generations<T> {
  private young = new Map<string, T>()
  private old = new Map<string, T>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string, make: () => T): T {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const value = this.old.get(key) ?? make()
    if (this.young.size >= this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
    return value
  }
}

export class IdentityCache {
  private readonly identities = new Generations<Identity>(20_000)
  private readonly names = new Generations<string>(20_000)
  private readonly tenantId: string

  constructor(tenantId: string) {
    this.tenantId = tenantId
  }

  identity(platform: string, shopId: string, buyerKey: string): Identity {
    return this.identities.get(`${shopId}\u001f${buyerKey}`, () => {
      const buyerId = buyerIdOf(this.tenantId, platform, buyerKey)
      return { buyerId, threadId: threadIdOf(this.tenantId, shopId, buyerId), bucket: bucketOf(buyerId) }
    })
  }

  /** A phone number or e-mail used as account name is shown masked like any other. */
  displayName(name: string | undefined): string {
    return name === undefined ? '' : this.names.get(name, () => maskPii(name).text)
  }
}
