import { randomBytes } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealer } from './sealer.ts'

const sealer = createSealer(randomBytes(32))

describe('sealer', () => {
  it('gives back any text', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => sealer.open(sealer.seal(text)) === text))
  })

  it('seals the same text differently each time', () => {
    expect(sealer.seal('13800000000')).not.toBe(sealer.seal('13800000000'))
  })

  it('refuses what was changed, cut short or sealed with another key', () => {
    const sealed = Buffer.from(sealer.seal('收货地址'), 'base64')
    const changed = Buffer.from(sealed)
    changed[20] = changed[20]! ^ 1
    const other = createSealer(randomBytes(32)).seal('收货地址')
    for (const text of [changed.toString('base64'), sealed.subarray(0, 20).toString('base64'), other]) {
      expect(() => sealer.open(text)).toThrow(expect.objectContaining({ code: 'Bug' }))
    }
  })

  it('refuses a key of another length', () => {
    expect(() => createSealer(randomBytes(16))).toThrow(/32 bytes/)
  })
})
