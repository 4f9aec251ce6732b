import { sql, text, texts, type Sql } from '../access/sql/nodes.ts'

/** What a person typed, as terms that must all appear in the same text. */
export function searchTerms(typed: string): string[] {
  return [...new Set(typed.trim().split(/\s+/u).filter(Boolean))]
}

/**
 * Conditions on a `text` column with a bigram index. The index finds texts that hold all pairs of a term; that the
 * pairs stand together is checked on the few that are left. A term of two characters is its only pair, so nothing is
 * left to check and the text itself is never read. One character has no pair and is looked for in every text, as is
 * what has only Latin letters: the index knows letters as written, people search without minding the case.
 *
 * On 10 M messages the index alone answers in about 0.1 s; reading texts whose hits are spread over all of them takes
 * as long as reading every text (about 0.5 s on two idle cores), however few they are.
 */
export function textConditions(terms: readonly string[]): Sql[] {
  const pairs = [...new Set(terms.flatMap(indexedPairs))]
  const conditions = pairs.length > 0 ? [sql`hasAllTokens(text, ${texts(pairs)})`] : []
  return [...conditions, ...terms.filter((term) => !isItsOnlyPair(term)).map(contains)]
}

function contains(term: string): Sql {
  if (hasLetterCase(term)) return sql`positionCaseInsensitiveUTF8(text, ${text(term)}) > 0`
  return sql`position(text, ${text(term)}) > 0`
}

function isItsOnlyPair(term: string): boolean {
  return [...term].length === 2 && !hasLetterCase(term)
}

/** Pairs of neighbouring characters that look the same in either case. */
function indexedPairs(term: string): string[] {
  const characters = [...term]
  return characters
    .slice(1)
    .map((character, at) => `${characters[at]}${character}`)
    .filter((pair) => !hasLetterCase(pair))
}

function hasLetterCase(value: string): boolean {
  return value.toLowerCase() !== value.toUpperCase()
}

const before = 16
const after = 48

/** The words around the first term that appears, cut at whole characters. */
export function snippetOf(words: string, terms: readonly string[]): string {
  const lowered = words.toLowerCase()
  const places = terms.map((term) => lowered.indexOf(term.toLowerCase())).filter((place) => place >= 0)
  const characters = [...words]
  const first = places.length === 0 ? 0 : Array.from(words.slice(0, Math.min(...places))).length
  const from = Math.max(0, first - before)
  const to = Math.min(characters.length, first + after)
  const cut = characters.slice(from, to).join('').replaceAll(/\s+/gu, ' ')
  return `${from > 0 ? '…' : ''}${cut}${to < characters.length ? '…' : ''}`
}
