import type { Taxonomy, Term } from '../packs/compile.ts'

/** One occurrence of a taxonomy word: [start, end) of the normal text. */
export interface Hit {
  term: Term
  start: number
  end: number
}

/** No token reaches over an edge of the hit while another begins inside it (货运 in 退|货运费|险 is cut). */
function cut(starts: Uint8Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 1) if (starts[i] === 1) return true
  return false
}

/** An aspect's name may be part of a longer word (物流 in 物流公司), a single character must be a word (面, 量). */
export function isName(starts: Uint8Array, start: number, end: number): boolean {
  if (starts[start] === 1 && starts[end] === 1) return true
  return end - start > 1 && !cut(starts, start, end)
}

/** Opinion and function words are whole words, apart from a glued 不 or 没 before them (不舒服). */
export function isWord(text: string, starts: Uint8Array, start: number, end: number): boolean {
  if (starts[end] !== 1) return false
  if (starts[start] === 1) return true
  const before = text[start - 1]
  return (before === '不' || before === '没') && starts[start - 1] === 1
}

export function findHits(text: string, taxonomy: Taxonomy): Hit[] {
  const hits: Hit[] = []
  const { terms } = taxonomy
  taxonomy.trie.scan(text, (index, start, end) => {
    hits.push({ term: terms[index]!, start, end })
  })
  return hits
}
