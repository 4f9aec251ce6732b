import { describe, expect, it } from 'vitest'
import { parseClickhouseUrl } from './clickhouse-endpoint.ts'

describe('parseClickhouseUrl', () => {
  it.each([
    ['http://app:p%40ss@db.example:8123/voc', 'http://db.example:8123', 'voc', 'app', 'p@ss'],
    ['https://app@db.example/voc/', 'https://db.example', 'voc', 'app', ''],
    ['http://127.0.0.1:8123', 'http://127.0.0.1:8123', 'default', 'default', ''],
  ])('%s', (text, url, database, username, password) => {
    expect(parseClickhouseUrl(text)).toEqual({ url, database, username, password })
  })

  it.each(['db.example:8123', 'clickhouse://db', ''])('refuses %j', (text) => {
    expect(() => parseClickhouseUrl(text)).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
  })
})
