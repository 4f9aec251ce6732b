import type { Random } from '../random/random.ts'
import type { OrderPlan } from '../journey/order-plan.ts'
import type { Agent } from '../world/agents.ts'
import type { Buyer } from '../world/buyer.ts'
import type { PromotionPhase } from '../world/calendar.ts'
import type { Product } from '../world/product.ts'
import type { Shop } from '../world/shops.ts'

/** What the words of one conversation, review or survey are about; slots read it. */
export interface Situation {
  readonly random: Random
  readonly shop: Shop
  readonly buyer: Buyer
  readonly product: Product
  agent: Agent
  order: OrderPlan | null
  /** Phase of the promotion that runs at that time. */
  phase: PromotionPhase | null
  /** Epoch ms of what is being said. */
  time: number
}
