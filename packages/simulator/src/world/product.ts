import type { Phrase } from '../text/grammar.ts'

/** What a product page or the agents' training says: a scene that asks for a fact only meets products that have it. */
export const factKeys = [
  'skin',
  'ingredient',
  'usage',
  'shelf',
  'effect',
  'texture',
  'pregnant',
  'size',
  'noise',
  'battery',
  'power',
  'clean',
  'install',
  'function',
  'warranty',
  'choice',
] as const
export type FactKey = (typeof factKeys)[number]

export function isFactKey(key: string): key is FactKey {
  return (factKeys as readonly string[]).includes(key)
}

/** Things that go wrong with a product; each has its own after-sales scene and review phrases. */
export const faultKeys = [
  'allergy',
  'greasy',
  'smell',
  'ineffective',
  'pump',
  'pilling',
  'whitecast',
  'drying',
  'leak',
  'noise',
  'battery',
  'coating',
  'odor',
  'button',
  'overheat',
  'weak',
] as const
export type FaultKey = (typeof faultKeys)[number]

export interface Product {
  readonly id: string
  readonly name: string
  /** What people call it in a chat. */
  readonly short: string
  readonly kindWord: string
  readonly family: 'beauty' | 'appliance'
  readonly sku: string
  /** Yuan. */
  readonly price: number
  /** Share of the brand's interest, relative. */
  readonly weight: number
  readonly facts: Partial<Record<FactKey, readonly Phrase[]>>
  /** Share of delivered orders with the fault. */
  readonly faults: Partial<Record<FaultKey, number>>
  /** Batch codes in order of production; one is shipped for about a month. */
  readonly batches: readonly string[]
  /** Short names of products that go with it. */
  readonly companions: readonly string[]
}
