/** One order and its way to the buyer; times are epoch ms. */
export interface OrderPlan {
  readonly id: string
  readonly orderedAt: number
  /** Null: never paid. */
  readonly paidAt: number | null
  readonly quantity: number
  readonly listed: number
  /** Yuan really paid. */
  readonly paid: number
  readonly batch: string
  readonly courier: string
  readonly tracking: string
  readonly shippedAt: number
  readonly deliveredAt: number
  readonly gift: string
  /** Kept on the road by the courier, far beyond the usual days. */
  readonly stuck: boolean
}
