import { expect, test } from 'vitest'
import { dayOf, daysBetween, daysOfHours, dayText, startOfDay } from './days.ts'

test('storage days', () => {
  expect(dayOf(Date.UTC(2026, 0, 1) - 1)).toBe(20_453)
  expect(dayOf(Date.UTC(2026, 0, 1))).toBe(20_454)
  expect(startOfDay(20_454)).toBe(Date.UTC(2026, 0, 1))
  expect(dayText(20_454)).toBe('2026-01-01')
  expect(daysBetween(3, 5)).toEqual([3, 4, 5])
  expect(daysBetween(5, 3)).toEqual([])
  expect(daysOfHours(72)).toBe(3)
  expect(daysOfHours(73)).toBe(4)
})
