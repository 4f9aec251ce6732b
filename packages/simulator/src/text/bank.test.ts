import { describe, expect, it } from 'vitest'
import { Random } from '../random/random.ts'
import type { Situation } from '../dialogue/situation.ts'
import { agentOf } from '../world/agents.ts'
import { buyerOf } from '../world/buyer.ts'
import { productOf } from '../world/products.ts'
import { shops } from '../world/shops.ts'
import { bank, choose, formsIn, say } from './bank.ts'

function situation(product = 'QY-E02'): Situation {
  const shop = shops[0]!
  return {
    random: new Random(1),
    shop,
    buyer: buyerOf(1, shop, 3),
    product: productOf(product),
    agent: agentOf('小满'),
    order: null,
    phase: null,
    time: Date.UTC(2025, 4, 1),
  }
}

describe('bank', () => {
  it.each([
    ['固定', 1],
    ['[甲|乙]', 2],
    ['[甲|乙][一|二|]', 6],
    ['[甲[子|丑]|乙]', 3],
    ['[甲|乙]//[丙|丁]', 4],
    ['<short>[好|坏]', 2],
  ])('%s has %d forms', (source, forms) => {
    expect(formsIn(bank(source))).toBe(forms)
  })

  it('fills slots and alternatives', () => {
    const now = situation()
    const texts = new Set(
      Array.from({ length: 60 }, () => say(bank('<short>[真|很]好//[买|不买]'), now, now.random)),
    )
    expect([...texts].toSorted()).toEqual([
      '修护精华很好，不买',
      '修护精华很好，买',
      '修护精华真好，不买',
      '修护精华真好，买',
    ])
  })

  it('only says what is known of the product', () => {
    const now = situation('HM-H01')
    const phrases = bank('<fact:skin>', '<fact:noise>')
    for (let i = 0; i < 30; i++) expect(choose(phrases, now.product, now.random)).toBe(phrases[1])
    expect(() => choose(bank('<fact:skin>'), now.product, now.random)).toThrow('nothing to say')
  })

  it.each(['[甲|乙', '甲]', '<short', '<nothing>'])('refuses %s', (source) => {
    expect(() => bank(source)).toThrow()
  })
})
