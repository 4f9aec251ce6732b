import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('has defaults that need no environment', () => {
    const config = readConfig({}, '/srv/kesheng')
    expect(config).toMatchObject({ port: 4700, host: '127.0.0.1', dataDir: '/srv/kesheng/.kesheng' })
    expect(config.databaseUrl).toBeUndefined()
  })

  it('takes an empty variable as absent', () => {
    expect(readConfig({ PORT: '', KESHENG_DATABASE_URL: '' }, '/').port).toBe(4700)
  })

  it.each([
    ['PORT', 'eighty', /PORT=eighty.*65535/],
    ['PORT', '70000', /PORT=70000.*65535/],
    ['KESHENG_DATABASE_URL', 'mysql://a', /KESHENG_DATABASE_URL.*postgres/],
    ['KESHENG_CLICKHOUSE_URL', 'localhost:8123', /KESHENG_CLICKHOUSE_URL.*http/],
    ['KESHENG_LOG_LEVEL', 'loud', /KESHENG_LOG_LEVEL=loud.*debug/],
    ['KESHENG_SECRET_KEY', 'short', /KESHENG_SECRET_KEY.*32 bytes/],
  ])('names %s when it is %s and says what to give', (name, value, message) => {
    expect(() => readConfig({ [name]: value }, '/')).toThrow(message)
  })

  it('never repeats a secret', () => {
    expect(() => readConfig({ KESHENG_SECRET_KEY: 'hunter2' }, '/')).toThrow(/^(?!.*hunter2)/)
  })

  it('reads a secret key as hex and as base64', () => {
    const key = Buffer.alloc(32, 7)
    for (const form of ['hex', 'base64'] as const) {
      expect(readConfig({ KESHENG_SECRET_KEY: key.toString(form) }, '/').secretKey).toEqual(key)
    }
  })
})
