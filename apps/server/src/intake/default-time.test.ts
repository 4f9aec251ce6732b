import { expect, it } from 'vitest'
import { defaultTimeOf } from './default-time.ts'

const context = { timezone: 'Asia/Shanghai', now: Date.UTC(2026, 10, 20) }

it.each([
  ['2026-03-01', '2026-02-28T16:00:00.000Z'],
  ['2026-03-01 08:30:00', '2026-03-01T00:30:00.000Z'],
  ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ['', undefined],
])('reads %s in the timezone of the file', (typed, iso) => {
  expect(defaultTimeOf(typed, context)).toBe(iso)
})

it.each(['yesterday-ish', '1999-12-31', '2026-12-31', '2026-02-30'])('refuses %s', (typed) => {
  expect(() => defaultTimeOf(typed, context)).toThrow(typed)
})
