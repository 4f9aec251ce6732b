import { describe, expect, test } from 'vitest'
import { base } from './base/pack.ts'
import { beauty } from './beauty/pack.ts'
import { digital } from './digital/pack.ts'
import { packs, resolvePacks } from './registry.ts'
import { validatePack } from './validate.ts'

describe('packs that ship', () => {
  test.each([base, beauty, digital].map((pack) => [pack.id, pack] as const))(
    '%s is well-formed and passes its own tests',
    (_id, pack) => {
      expect(validatePack(pack)).toEqual([])
    },
  )

  test('are as large as promised', () => {
    const sizes = Object.fromEntries(packs.map((pack) => [pack.id, pack.aspects]))
    expect(sizes['base']).toBeGreaterThanOrEqual(60)
    expect(sizes['beauty']).toBeGreaterThanOrEqual(40)
    expect(sizes['digital']).toBeGreaterThanOrEqual(40)
    expect(base.intents?.length).toBeGreaterThanOrEqual(15)
    expect(base.scenes?.length).toBeGreaterThanOrEqual(30)
  })

  test('come with what they extend, base first; unknown ids are left out', () => {
    expect(resolvePacks(['digital', 'gone']).map((pack) => pack.id)).toEqual(['base', 'digital'])
  })
})

describe('validatePack', () => {
  const pack = {
    id: 'tea',
    version: 1,
    zh: '茶叶',
    en: 'Tea',
    extends: ['base'],
    aspects: [
      {
        id: 'tea.brew',
        path: ['商品', '冲泡', '耐泡'],
        dimension: 'product',
        department: '品质部',
        terms: ['茶汤'],
        opinions: [{ words: ['耐泡'], polarity: 1, needsAspect: false }],
      },
    ],
    tests: [{ text: '很耐泡', opinions: ['tea.brew:1'] }],
  }

  test('accepts a good pack', () => {
    expect(validatePack(pack)).toEqual([])
  })

  test('refuses a pack whose test reads differently', () => {
    const wrong = { ...pack, tests: [{ text: '很耐泡', opinions: ['tea.brew:-1'] }] }
    expect(validatePack(wrong)).toEqual([
      { at: '很耐泡', message: 'opinions: expected [tea.brew:-1], got [tea.brew:1]' },
    ])
  })

  test('names the place of a malformed field', () => {
    expect(validatePack({ ...pack, version: 0 })[0]?.at).toBe('version')
  })

  test('refuses unknown parents and doubled aspects', () => {
    expect(validatePack({ ...pack, extends: ['nothing'] })[0]?.message).toBe('unknown pack nothing')
    expect(validatePack({ ...pack, aspects: [...pack.aspects, ...pack.aspects] })[0]?.at).toBe('tea.brew')
  })
})
