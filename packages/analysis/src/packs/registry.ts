import type { Pack } from '@kesheng/contracts/analysis/pack'
import { pack as packSchema } from '@kesheng/contracts/analysis/pack'
import { base } from './base/pack.ts'
import { beauty } from './beauty/pack.ts'
import { digital } from './digital/pack.ts'

export interface PackInfo {
  id: string
  version: number
  zh: string
  en: string
  /** Level-3 aspects. */
  aspects: number
  /** Words and patterns. */
  phrases: number
  categories: string[]
}

const known: ReadonlyMap<string, Pack> = new Map(
  [base, beauty, digital].map((source) => packSchema.parse(source)).map((pack) => [pack.id, pack]),
)

function phrasesOf(pack: Pack): number {
  const opinionWords = pack.aspects.flatMap((aspect) => [
    ...aspect.terms,
    ...aspect.patterns,
    ...aspect.opinions.flatMap((group) => group.words),
  ])
  const rules = [...pack.intents, ...pack.scenes].flatMap((tag) => tag.patterns)
  const vocabulary = Object.values(pack.vocabulary).flatMap((list): string[] =>
    Array.isArray(list) ? list : Object.keys(list ?? {}),
  )
  return opinionWords.length + rules.length + vocabulary.length
}

export const packs: readonly PackInfo[] = [...known.values()].map((pack) => ({
  id: pack.id,
  version: pack.version,
  zh: pack.zh,
  en: pack.en,
  aspects: pack.aspects.length,
  phrases: phrasesOf(pack),
  categories: pack.categories.map((category) => category.id),
}))

export function packById(id: string): Pack | null {
  return known.get(id) ?? null
}

function collect(pack: Pack, into: Map<string, Pack>): void {
  if (into.has(pack.id)) return
  for (const id of pack.extends) {
    const parent = known.get(id)
    if (parent) collect(parent, into)
  }
  into.set(pack.id, pack)
}

/** Packs with what they extend, base first; unknown ids are left out (a pack may be gone since it was chosen). */
export function resolvePacks(ids: readonly string[]): Pack[] {
  const resolved = new Map<string, Pack>()
  for (const id of ['base', ...ids]) {
    const pack = known.get(id)
    if (pack) collect(pack, resolved)
  }
  return [...resolved.values()]
}

/** A pack that is not in the registry, with everything it extends. */
export function withBases(pack: Pack): Pack[] {
  const resolved = new Map<string, Pack>()
  collect(pack, resolved)
  return [...resolved.values()]
}
