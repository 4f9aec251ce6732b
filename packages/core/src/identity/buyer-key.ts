/** What a row says about who the buyer is. */
export interface BuyerClues {
  buyer?: string | undefined
  orderId?: string | undefined
  sessionId?: string | undefined
}

/**
 * Platforms print `t**1`, `匿名用户` or `已注销` instead of the account: thousands of people share such a name, so it
 * never identifies one.
 */
export function isMaskedName(name: string): boolean {
  return /[*＊]|^匿名|^已注销|^anonymous$/iu.test(name)
}

const named = (clues: BuyerClues): string | undefined =>
  clues.buyer !== undefined && clues.buyer !== '' && !isMaskedName(clues.buyer)
    ? `n:${clues.buyer}`
    : undefined

/** Buyer of a chat: the account, else the platform session, else the masked name in its shop, else the source. */
export function chatBuyerKey(clues: BuyerClues, shopId: string, sourceId: string): string {
  const account = named(clues)
  if (account !== undefined) return account
  if (clues.sessionId) return `s:${shopId}:${clues.sessionId}`
  if (clues.buyer) return `m:${shopId}:${clues.buyer}`
  return `a:${sourceId}`
}

/** Buyer of a review, order, refund or answer: the account, else the order, else the session, else the row itself. */
export function rowBuyerKey(clues: BuyerClues, shopId: string, rowKey: string): string {
  const account = named(clues)
  if (account !== undefined) return account
  if (clues.orderId) return `o:${clues.orderId}`
  if (clues.sessionId) return `s:${shopId}:${clues.sessionId}`
  return `r:${rowKey}`
}
