import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTrie } from './trie.ts'

function found(words: string[], text: string): string[] {
  const trie = buildTrie(words)
  const hits: string[] = []
  trie.scan(text, (term, start, end) => {
    expect(text.slice(start, end)).toBe(trie.terms[term])
    hits.push(`${trie.terms[term]}@${start}`)
  })
  return hits
}

test('finds nested and overlapping words', () => {
  expect(found(['物流', '流', '物流公司', '公司'], '这家物流公司')).toEqual([
    '物流@2',
    '物流公司@2',
    '流@3',
    '公司@4',
  ])
})

test('finds nothing in an empty text or with no words', () => {
  expect(found(['a'], '')).toEqual([])
  expect(found([], 'abc')).toEqual([])
})

test('finds exactly what indexOf finds', () => {
  const word = fc.stringMatching(/^[甲乙丙丁]{1,4}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 12 }),
      fc.stringMatching(/^[甲乙丙丁]{0,30}$/),
      (words, text) => {
        const expected = words.flatMap((term) =>
          Array.from({ length: text.length }, (_, i) => i)
            .filter((i) => text.startsWith(term, i))
            .map((i) => `${term}@${i}`),
        )
        expect(found(words, text).toSorted()).toEqual(expected.toSorted())
      },
    ),
  )
})
