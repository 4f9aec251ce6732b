import type { Hit } from '../opinions/hits.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { normalise } from '../text/normalise.ts'

export interface AspectGate {
  active: (aspect: number) => boolean
  /** The product's name contains the aspect's name (口红, 洁面): its own readings come first. */
  named: (aspect: number) => boolean
  /** The trade was recognised. */
  known: boolean
}

const always = (): boolean => true
const never = (): boolean => false

/** Category with most cues; the one named last wins a tie, since product names end with what the thing is. */
function strongest(taxonomy: Taxonomy, hits: readonly Hit[]): number {
  const votes = new Map<number, number>()
  let best = -1
  for (const { term, start, end } of hits) {
    for (const category of term.categories) {
      const vote = (votes.get(category) ?? 0) + (end - start)
      votes.set(category, vote)
      if (best < 0 || vote >= (votes.get(best) ?? 0)) best = category
    }
  }
  return best
}

/** One flag per aspect: does the category (−1: none recognised) allow it? */
function categoryFlags(taxonomy: Taxonomy, category: number): boolean[] {
  return taxonomy.aspects.map(
    ({ categoryIndices }) =>
      category < 0 || categoryIndices.length === 0 || categoryIndices.includes(category),
  )
}

function gateOf(taxonomy: Taxonomy, category: number): AspectGate {
  const allowed = categoryFlags(taxonomy, category)
  return category < 0
    ? { active: always, named: never, known: false }
    : { active: (aspect) => allowed[aspect]!, named: never, known: true }
}

/** A product's name also rules out aspects that its words exclude (音质 is nothing an air conditioner has). */
function productGate(taxonomy: Taxonomy, productName: string): AspectGate {
  const name = normalise(productName).text
  const hits: Hit[] = []
  taxonomy.trie.scan(name, (index, start, end) => {
    hits.push({ term: taxonomy.terms[index]!, start, end })
  })
  const category = strongest(taxonomy, hits)
  const named = new Set(hits.flatMap(({ term }) => term.aspects))
  const allowed = categoryFlags(taxonomy, category)
  const active = taxonomy.aspects.map(
    ({ excludeIf }, index) =>
      allowed[index]! && (named.has(index) || !excludeIf.some((word) => name.includes(word))),
  )
  return {
    active: (aspect) => active[aspect]!,
    named: (aspect) => named.has(aspect),
    known: category >= 0,
  }
}

/** A shop sells few products at a time; the gates of the last ones are kept. */
const keptProducts = 500

/**
 * Switches category packs on by the product's name; without one, by the text itself; without any cue every enabled
 * pack may speak. Shower gel's 好用 must not be found on a laptop.
 */
export function createGates(
  taxonomy: Taxonomy,
): (productName: string | undefined, hits: readonly Hit[]) => AspectGate {
  const unknown = gateOf(taxonomy, -1)
  const byCategory = taxonomy.categories.map((_, category) => gateOf(taxonomy, category))
  const byProduct = new Map<string, AspectGate>()
  return (productName, hits) => {
    if (productName) {
      let gate = byProduct.get(productName)
      if (gate === undefined) {
        if (byProduct.size >= keptProducts) byProduct.clear()
        gate = productGate(taxonomy, productName)
        byProduct.set(productName, gate)
      }
      if (gate.known) return gate
    }
    return byCategory[strongest(taxonomy, hits)] ?? unknown
  }
}
