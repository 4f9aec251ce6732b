import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chatBuyerKey, isMaskedName, rowBuyerKey } from './buyer-key.ts'
import { IdentityCache } from './identity-cache.ts'
import { agentIdOf, bucketOf, contentId, shopIdOf } from './ids.ts'

describe('ids', () => {
  test('any content gives a valid UUID, and the same one again', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const id = contentId(...parts)
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
        expect(contentId(...parts)).toBe(id)
      }),
    )
  })

  test('parts do not run together', () => {
    expect(contentId('ab', 'c')).not.toBe(contentId('a', 'bc'))
  })

  test('keys people can read', () => {
    expect(shopIdOf('jd', '自营店')).toBe('jd/自营店')
    expect(shopIdOf('jd', '')).toBe('jd/默认店铺')
    expect(agentIdOf('jd/自营店', '小美')).toBe('jd/自营店:小美')
    expect(agentIdOf('jd/自营店', '')).toBe('')
  })

  test('the bucket is the first byte', () => {
    expect(bucketOf('ff000000-0000-8000-8000-000000000000')).toBe(255)
  })

  test('the cache gives what the hashes give, also after it has forgotten', () => {
    const cache = new IdentityCache('t')
    const first = cache.identity('jd', 'jd/店', 'n:小鱼')
    for (let index = 0; index < 45_000; index++) cache.identity('jd', 'jd/店', `n:${index}`)
    expect(cache.identity('jd', 'jd/店', 'n:小鱼')).toEqual(first)
    expect(cache.displayName('13800138000')).not.toContain('13800138000')
  })
})

describe('who the buyer is', () => {
  test.each([
    ['小鱼', false],
    ['t**1', true],
    ['张*', true],
    ['匿名用户', true],
    ['匿', false],
  ])('%s is masked: %s', (name, expected) => {
    expect(isMaskedName(name)).toBe(expected)
  })

  test.each([
    ['the account', { buyer: '小鱼', sessionId: 's' }, 'n:小鱼'],
    ['the session behind a mask', { buyer: 't**1', sessionId: 's' }, 's:shop:s'],
    ['the mask, when there is nothing else', { buyer: 't**1' }, 'm:shop:t**1'],
    ['the source, when there is nothing at all', {}, 'a:source'],
  ])('chat: %s', (_name, clues, expected) => {
    expect(chatBuyerKey(clues, 'shop', 'source')).toBe(expected)
  })

  test.each([
    ['the account', { buyer: '小鱼', orderId: '1' }, 'n:小鱼'],
    ['the order behind a mask', { buyer: 't**1', orderId: '1' }, 'o:1'],
    ['the session', { sessionId: 's' }, 's:shop:s'],
    ['the row itself', { buyer: 't**1' }, 'r:row'],
  ])('row: %s', (_name, clues, expected) => {
    expect(rowBuyerKey(clues, 'shop', 'row')).toBe(expected)
  })
})
