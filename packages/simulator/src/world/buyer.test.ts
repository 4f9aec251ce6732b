import { describe, expect, it } from 'vitest'
import { addressOf, buyerOf, emailOf, phoneOf } from './buyer.ts'
import { memberShop, publicShopOfMembers, shops } from './shops.ts'

const [first, second, members] = [shops[publicShopOfMembers]!, shops[1]!, shops[memberShop]!]

describe('buyerOf', () => {
  it('is the same buyer every time and another for every number, seed and shop', () => {
    expect(buyerOf(1, first, 7)).toEqual(buyerOf(1, first, 7))
    expect(buyerOf(1, first, 8).account).not.toBe(buyerOf(1, first, 7).account)
    expect(buyerOf(2, first, 7).person).not.toBe(buyerOf(1, first, 7).person)
    expect(buyerOf(1, second, 7).person).not.toBe(buyerOf(1, first, 7).person)
  })

  it('knows members of the private channel as buyers of the first shop', () => {
    for (let number = 0; number < 50; number++) {
      const [buyer, member] = [buyerOf(1, first, number), buyerOf(1, members, number)]
      expect(phoneOf(member)).toBe(phoneOf(buyer))
      expect(addressOf(member)).toBe(addressOf(buyer))
      expect(member.account).toBe(`wm_${buyer.account}`)
    }
  })

  it('gives accounts once', () => {
    for (const shop of shops) {
      const accounts = new Set(
        Array.from({ length: 20_000 }, (_, number) => buyerOf(1, shop, number).account),
      )
      expect(accounts.size).toBe(20_000)
    }
  })

  it('uses numbers and addresses that belong to nobody', () => {
    for (let number = 0; number < 200; number++) {
      const buyer = buyerOf(3, first, number)
      expect(phoneOf(buyer)).toMatch(/^1600\d{7}$/)
      expect(emailOf(buyer)).toMatch(/@example\.com$/)
      expect(addressOf(buyer)).toMatch(/(省|市|区).*号.*栋.*室$/)
    }
  })
})
