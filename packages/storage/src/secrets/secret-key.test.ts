import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readOrMakeSecretKey } from './secret-key.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kesheng-key-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

it('makes a key once, readable by its owner alone', () => {
  const key = readOrMakeSecretKey(directory)
  expect(key).toHaveLength(32)
  expect(readOrMakeSecretKey(directory)).toEqual(key)
  expect(statSync(join(directory, 'secret.key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(directory)).toEqual(['secret.key'])
})

it('refuses a damaged key instead of making another', () => {
  writeFileSync(join(directory, 'secret.key'), 'abc')
  expect(() => readOrMakeSecretKey(directory)).toThrow(/32 bytes/)
})
