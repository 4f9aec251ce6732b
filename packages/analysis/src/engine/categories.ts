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

/** Votes by cue length; long cues (洁面仪) say more than short ones (洁面). */
function votesOf(hits: readonly Hit[]): Map<number, number> {
  const votes = new Map<number, number>()
  for (const { term, start, end } of hits) {
    for (const category of term.categories) votes.set(category, (votes.get(category) ?? 0) + (end - start))
  }
  return votes
}

/** The category with most votes and those with at least half as many: a facial brush is beauty and electronics. */
function chosen(hits: readonly Hit[]): number[] {
  const votes = votesOf(hits)
  const most = Math.max(0, ...votes.values())
  return [...votes].filter(([, count]) => count * 2 >= most).map(([category]) => category)
}

/** One flag per aspect: do the categories allow it? */
function categoryFlags(taxonomy: Taxonomy, categories: readonly number[]): boolean[] {
  return taxonomy.aspects.map(
    ({ categoryIndices }) =>
      categoryIndices.length === 0 || categoryIndices.some((category) => categories.includes(category)),
  )
}

const unknown: AspectGate = { active: always, named: never, known: false }

function gateOf(taxonomy: Taxonomy, categories: readonly number[]): AspectGate {
  const allowed = categoryFlags(taxonomy, categories)
  return { active: (aspect) => allowed[aspect]!, named: never, known: true }
}

/** A product's name also rules out aspects that its words exclude (音质 is nothing an air conditioner has). */
function productGate(taxonomy: Taxonomy, productName: string): AspectGate {
  const name = normalise(productName).text
  const hits: Hit[] = []
  taxonomy.trie.scan(name, (index, start, end) => {
    hits.push({ term: taxonomy.terms[index]!, start, end })
  })
  const categories = chosen(hits)
  const named = new Set(hits.flatMap(({ term }) => term.aspects))
  if (categories.length === 0) return unknown
  const allowed = categoryFlags(taxonomy, categories)
  const active = taxonomy.aspects.map(
    ({ excludeIf, categoryIndices }, index) =>
      allowed[index]! &&
      (named.has(index) || categoryIndices.length === 0 || !excludeIf.some((word) => name.includes(word))),
  )
  return {
    active: (aspect) => active[aspect]!,
    named: (aspect) => named.has(aspect),
    known: true,
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
  const byCategories = new Map<string, AspectGate>()
  const byProduct = new Map<string, AspectGate>()
  const kept = (cache: Map<string, AspectGate>, key: string, make: () => AspectGate): AspectGate => {
    const known = cache.get(key)
    if (known) return known
    if (cache.size >= keptProducts) cache.clear()
    const made = make()
    cache.set(key, made)
    return made
  }
  return (productName, hits) => {
    const gate = productName
      ? kept(byProduct, productName, () => productGate(taxonomy, productName))
      : unknown
    if (gate.known) return gate
    const categories = chosen(hits)
    if (categories.length === 0) return unknown
    return kept(byCategories, categories.join(' '), () => gateOf(taxonomy, categories))
  }
}
