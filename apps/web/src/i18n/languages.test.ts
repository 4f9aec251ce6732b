import { describe, expect, it } from 'vitest'
import { messages as english } from './en/all.ts'
import { messages as chinese } from './zh/all.ts'

/** `{a: {b: 'x {{n}}'}}` → `[['a.b', 'x {{n}}']]`. */
function entries(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'string' ? [[path + key, inner]] : entries(inner as object, `${path}${key}.`),
  )
}
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b))

describe('languages', () => {
  const zh = entries(chinese)
  const en = new Map(entries(english))

  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort())
  })

  it.each(zh)('%s is filled in with the same placeholders in both', (key, text) => {
    expect(text.trim()).not.toBe('')
    expect(en.get(key)?.trim()).not.toBe('')
    expect(placeholders(en.get(key) ?? '')).toEqual(placeholders(text))
  })

  it('leaves no Chinese in the English text but for the language switch', () => {
    const chineseLeft = [...en].filter(
      ([key, text]) => /[一-鿿]/.test(text) && key !== 'shell.switchLanguage',
    )
    expect(chineseLeft).toEqual([])
  })
})
