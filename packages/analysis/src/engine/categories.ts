import type { Hit } from '../opinions/hits.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { normalise } from '../text/normalise.ts'

export interface AspectGate {
  active: (aspect: number) => boolean
  /** The trade was recognised. */
  known: boolean
}

const everything: AspectGate = { active: () => true, known: false }

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

function gateFor(taxonomy: Taxonomy, category: number): AspectGate {
  const { aspects } = taxonomy
  const active = aspects.map(({ categoryIndices }) => categoryIndices.length === 0 || categoryIndices.includes(category))
  return { active: (aspect) => active[aspect]!, known: true }
}

/**
 * Switches category packs on by the product's name; without one, by the text itself; without any cue every enabled
 * pack may speak. Shower gel's 好用 must not be found on a laptop.
 */
export function createGates(
  taxonomy: Taxonomy,
): (productName: string | undefined, hits: readonly Hit[]) => AspectGate {
  const gates = taxonomy.categories.map((_, category) => gateFor(taxonomy, category))
  let lastName = ''
  let lastCategory = -1
  const categoryOf = (productName: string): number => {
    if (productName === lastName) return lastCategory
    const hits: Hit[] = []
    taxonomy.trie.scan(normalise(productName).text, (index, start, end) => {
      hits.push({ term: taxonomy.terms[index]!, start, end })
    })
    lastName = productName
    lastCategory = strongest(taxonomy, hits)
    return lastCategory
  }
  return (productName, hits) => {
    const named = productName ? categoryOf(productName) : -1
    const category = named >= 0 ? named : strongest(taxonomy, hits)
    return category >= 0 ? gates[category]! : everything
  }
}
