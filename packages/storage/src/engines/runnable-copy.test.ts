import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runnableCopy } from './runnable-copy.ts'

let directory = ''
let native = ''
let copy = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kesheng-native-'))
  native = join(directory, 'package', 'native')
  copy = join(directory, 'copy')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libfirst.so.1.2'), 'library')
  const links = [{ source: 'native/lib/libfirst.so.1.2', target: 'native/lib/libfirst.so.1' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('runnableCopy', () => {
  it('makes the links that an install without scripts left out, once', () => {
    expect(runnableCopy(native, copy, null)).toBe(native)
    expect(runnableCopy(native, copy, null)).toBe(native)
    expect(readlinkSync(join(native, 'lib', 'libfirst.so.1'))).toBe('libfirst.so.1.2')
  })

  it('copies a package that the server’s user may not read, for that user', () => {
    // Giving files away needs root; anybody can give them to itself.
    const user = process.getuid?.() === 0 ? 65_534 : process.getuid!()
    chmodSync(native, 0o700)
    expect(runnableCopy(native, copy, user)).toBe(copy)
    expect(readFileSync(join(copy, 'lib', 'libfirst.so.1'), 'utf8')).toBe('library')
    expect(statSync(join(copy, 'lib', 'libfirst.so.1.2')).uid).toBe(user)
    expect(runnableCopy(native, copy, user)).toBe(copy)
  })
})
