import { expect, it } from 'vitest'
import { safeReturn } from './leave.ts'

it.each([
  ['/opinions?period=7d', '/opinions?period=7d'],
  [undefined, '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?return=/x', '/'],
])('after signing in with return=%s one lands on %s', (path, landing) => {
  expect(safeReturn(path)).toBe(landing)
})
