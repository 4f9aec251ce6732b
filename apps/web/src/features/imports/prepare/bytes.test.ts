import { expect, it } from 'vitest'
import { formatBytes } from './bytes.ts'

it.each([
  [0, '0 B'],
  [0.4, '0 B'],
  [900, '900 B'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 3, '5.0 GB'],
  [250 * 1024 ** 2, '250 MB'],
])('%d bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
