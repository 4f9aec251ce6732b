import { expect, it } from 'vitest'
import { loadPinyinMatch } from './pinyin-match.ts'

it.each([
  ['花见美妆旗舰店', 'huajian', true],
  ['花见美妆旗舰店', 'hjmz', true],
  ['花见美妆旗舰店', '旗舰', true],
  ['花见美妆旗舰店', 'jingdong', false],
  ['Demo Shop', 'shop', true],
])('%s found by %s: %s', async (label, typed, found) => {
  const matches = await loadPinyinMatch()
  expect(matches(label, typed)).toBe(found)
})
