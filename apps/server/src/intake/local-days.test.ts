import { expect, it } from 'vitest'
import { utcDaysOf } from './local-days.ts'

const context = { now: Date.UTC(2026, 10, 20), timezone: 'Asia/Shanghai' }
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

it('takes the UTC days that a span of Chinese days touches', () => {
  const days = utcDaysOf({ from: '2026-11-01', to: '2026-11-02' }, context)
  expect(days).toEqual({ from: day('2026-10-31'), to: day('2026-11-02') })
})

it.each([
  ['2026-11-02', '2026-11-01'],
  ['1990-01-01', '2026-11-01'],
])('refuses %s to %s', (from, to) => {
  expect(() => utcDaysOf({ from, to }, context)).toThrow(/range/)
})
