import type { Situation } from '../dialogue/situation.ts'
import type { Random } from '../random/random.ts'
import type { Product } from '../world/product.ts'
import { compile, join, type Phrase } from './grammar.ts'
import { slotOf } from './slots.ts'

/** Interchangeable ways to say one thing. */
export type Bank = readonly Phrase[]

export function bank(...sources: readonly string[]): Bank {
  return sources.map((source) => compile(source, slotOf))
}

/** A phrase that can be said of this product. Draws a few times, then takes the first that fits. */
export function choose(phrases: Bank, product: Product, random: Random): Phrase {
  for (let tries = 0; tries < 6; tries++) {
    const phrase = random.pick(phrases)
    if (suits(phrase, product)) return phrase
  }
  const phrase = phrases.find((candidate) => suits(candidate, product))
  if (phrase === undefined) throw new Error(`nothing to say about ${product.id}`)
  return phrase
}

function suits(phrase: Phrase, product: Product): boolean {
  return phrase.needs.length === 0 || phrase.needs.every((key) => key in product.facts)
}

/** One phrase of the bank as one punctuated text. */
export function say(phrases: Bank, situation: Situation, random: Random): string {
  return join(choose(phrases, situation.product, random), situation, random)
}

/** Different texts a bank can make, a slot counted as one. */
export function formsIn(phrases: Bank): number {
  return phrases.reduce((sum, phrase) => sum + phrase.forms, 0)
}
