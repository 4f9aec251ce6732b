import { describe, expect, it } from 'vitest'
import { addDays, daysIn, daysOf, daysOfPoint, grainOf, isPeriod, localDay, previousDays } from './period.ts'

describe('daysOf', () => {
  it.each([
    ['7d', { from: '2026-02-23', to: '2026-03-01' }],
    ['30d', { from: '2026-01-31', to: '2026-03-01' }],
    ['2026-01-05..2026-01-06', { from: '2026-01-05', to: '2026-01-06' }],
    ['all', null],
  ])('%s seen on 2026-03-01', (period, days) => {
    expect(daysOf(period, '2026-03-01')).toEqual(days)
  })
})

describe('isPeriod', () => {
  it.each(['7d', '365d', 'all', '2026-01-01..2026-01-01'])('takes %s', (text) => {
    expect(isPeriod(text)).toBe(true)
  })
  it.each(['0d', 'd', '2026-01-02..2026-01-01', '2026-13-01..2026-14-01', ''])('refuses %s', (text) => {
    expect(isPeriod(text)).toBe(false)
  })
})

describe('ranges', () => {
  it('counts both ends', () => {
    expect(daysIn({ from: '2026-02-27', to: '2026-03-01' })).toBe(3)
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  })

  it('puts the previous range right before, as long', () => {
    expect(previousDays({ from: '2026-03-01', to: '2026-03-07' })).toEqual({
      from: '2026-02-22',
      to: '2026-02-28',
    })
  })

  it('uses the day of the workspace, not of the browser', () => {
    const lateInLondon = Date.parse('2026-03-01T17:30:00Z')
    expect(localDay(lateInLondon, 'Asia/Shanghai')).toBe('2026-03-02')
    expect(localDay(lateInLondon, 'America/New_York')).toBe('2026-03-01')
  })
})

describe('grainOf', () => {
  it.each([
    ['2026-03-01', '2026-03-02', 'hour'],
    ['2026-03-01', '2026-03-07', 'day'],
    ['2026-01-01', '2026-12-31', 'week'],
    ['2020-01-01', '2026-12-31', 'month'],
  ])('%s to %s by %s', (from, to, grain) => {
    expect(grainOf({ from, to })).toBe(grain)
  })
})

describe('daysOfPoint', () => {
  it('cuts a week or month at the ends of the range', () => {
    const range = { from: '2026-03-04', to: '2026-04-10' }
    expect(daysOfPoint('2026-03-02', 'week', range)).toEqual({ from: '2026-03-04', to: '2026-03-08' })
    expect(daysOfPoint('2026-04-01', 'month', range)).toEqual({ from: '2026-04-01', to: '2026-04-10' })
    expect(daysOfPoint('2026-02-01', 'month', null)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  })
})
