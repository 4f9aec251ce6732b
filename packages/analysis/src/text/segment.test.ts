import { expect, test } from 'vitest'
import { createSegmenter } from './segment.ts'

test('keeps words of the packs in one piece', () => {
  expect(createSegmenter([]).cut('退货运费险')).not.toContain('运费险')
  expect(createSegmenter(['运费险']).cut('退货运费险')).toEqual(['退货', '运费险'])
})

test('takes degree words and negators off', () => {
  expect(createSegmenter([]).cut('物流很快')).toEqual(['物流', '很', '快'])
  expect(createSegmenter([]).cut('味道不好')).toEqual(['味道', '不', '好'])
})

test('marks where words start', () => {
  const segmenter = createSegmenter([])
  expect([...segmenter.boundaries('物流很快').subarray(0, 5)]).toEqual([1, 0, 1, 1, 1])
  expect([...segmenter.boundaries('').subarray(0, 1)]).toEqual([1])
})

test('words with spaces are left out of the dictionary', () => {
  expect(() => createSegmenter(['a b', '好用'])).not.toThrow()
})
