import type { Stage } from '@kesheng/contracts/facts/common'
import type { PurchaseIntent } from '../engine/types.ts'

const lost = ['放弃购买']
const hesitating = ['犹豫', '议价']
const high = ['购买意向']

/** The last word counts most: giving up beats hesitating beats wanting. Only before the sale. */
export function purchaseIntentOf(intents: readonly string[], stage: Stage): PurchaseIntent {
  const has = (names: readonly string[]): boolean => names.some((name) => intents.includes(name))
  if (has(lost)) return 'lost'
  if (stage !== 'presale' && !has(high)) return ''
  if (has(hesitating)) return 'hesitating'
  return has(high) ? 'high' : ''
}
