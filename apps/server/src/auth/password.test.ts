import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

describe('passwords', () => {
  it('verifies the right one only', async () => {
    const stored = await hashPassword('春江水暖鸭先知')
    expect(stored).toMatch(/^scrypt\$32768\$8\$1\$/)
    expect(await verifyPassword('春江水暖鸭先知', stored)).toBe(true)
    expect(await verifyPassword('春江水暖', stored)).toBe(false)
  })

  it('salts: the same password never hashes alike', async () => {
    expect(await hashPassword('same password')).not.toBe(await hashPassword('same password'))
  })

  it('refuses a hash of another scheme', async () => {
    expect(await verifyPassword('x', 'md5$x')).toBe(false)
  })
})
