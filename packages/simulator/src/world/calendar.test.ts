import { describe, expect, it } from 'vitest'
import { dayMs, dayWeight, hourOf, phaseAt, weekdayOf, windowOf } from './calendar.ts'

const now = Date.UTC(2025, 4, 14, 6, 30)

describe('windowOf', () => {
  it('ends with the local midnight that begins the day', () => {
    const window = windowOf(1000, now, 'Asia/Shanghai')
    expect(new Date(window.end).toISOString()).toBe('2025-05-13T16:00:00.000Z')
    expect(window.end - window.start).toBe(90 * dayMs)
    expect(hourOf(window.end, window)).toBe(0)
    expect(weekdayOf(window.end, window)).toBe(2)
  })

  it('knows other timezones', () => {
    const window = windowOf(1000, now, 'America/New_York')
    expect(new Date(window.end).toISOString()).toBe('2025-05-14T04:00:00.000Z')
  })

  it('spans a year from ten million messages', () => {
    expect(windowOf(9_999_999, now, 'Asia/Shanghai').days).toBe(90)
    expect(windowOf(10_000_000, now, 'Asia/Shanghai').days).toBe(365)
  })
})

describe('promotions', () => {
  const window = windowOf(1000, now, 'Asia/Shanghai')
  const at = (days: number) => window.end - days * dayMs

  it.each([
    [37, null],
    [35.5, '预热'],
    [30, '预售'],
    [26, '第一波'],
    [20, '第二波'],
    [17, '返场'],
    [10, null],
  ])('%d days before the end: %s', (days, phase) => {
    expect(phaseAt(at(days), window)?.phase ?? null).toBe(phase)
  })

  it('lifts the volume', () => {
    const wave = window.days - 26
    expect(dayWeight(wave, window)).toBeGreaterThan(1.8 * dayWeight(window.days - 5, window))
  })
})
