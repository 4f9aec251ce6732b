import { expect, it } from 'vitest'
import { parseServeOptions } from './options.ts'

it.each([
  [[], { role: 'all', empty: false }],
  [['--empty'], { role: 'all', empty: true }],
  [['--role', 'worker'], { role: 'worker', empty: false }],
  [['--role=api', '--empty'], { role: 'api', empty: true }],
])('%j', (args, expected) => {
  expect(parseServeOptions(args)).toEqual(expected)
})

it.each([[['--role', 'boss']], [['--role']], [['--full']]])('refuses %j with the remedy', (args) => {
  expect(() => parseServeOptions(args)).toThrow(/--/)
})
