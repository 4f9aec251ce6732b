import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['fr', 'zh'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en;q=0.5, zh;q=0.7', 'zh'],
  ['fr, en;q=0.4', 'en'],
] as const)('%s → %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
