import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { buckets } from './buckets.ts'
import { isoTime, localDay, previousPeriod, resolveTimeRange } from './time-range.ts'

const shanghai = { now: Date.parse('2026-11-11T15:30:00Z'), timezone: 'Asia/Shanghai' }
const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Apia',
  'UTC',
]
const day = 86_400_000
const zone = fc.constantFrom(...zones)
const date = fc
  .integer({ min: Date.UTC(2012, 0, 1) / day, max: Date.UTC(2032, 0, 1) / day })
  .map((days) => new Date(days * day).toISOString().slice(0, 10))

describe('resolveTimeRange', () => {
  it.each([
    [
      'one local day',
      { from: '2026-11-11', to: '2026-11-11' },
      '2026-11-10T16:00:00Z',
      '2026-11-11T16:00:00Z',
    ],
    ['last day is today', { last: '1d' }, '2026-11-10T16:00:00Z', '2026-11-11T16:00:00Z'],
    ['last seven with today', { last: '7d' }, '2026-11-04T16:00:00Z', '2026-11-11T16:00:00Z'],
    ['leap day', { from: '2028-02-29', to: '2028-02-29' }, '2028-02-28T16:00:00Z', '2028-02-29T16:00:00Z'],
    [
      'ISO end is excluded',
      { from: '2026-11-11T00:00:00+08:00', to: '2026-11-11T01:00:00+08:00' },
      '2026-11-10T16:00:00Z',
      '2026-11-10T17:00:00Z',
    ],
  ])('%s', (_, range, from, to) => {
    expect(resolveTimeRange(range, shanghai)).toEqual({ from: Date.parse(from), to: Date.parse(to) })
  })

  it('is open where nothing is said', () => {
    expect(resolveTimeRange({}, shanghai)).toEqual({ from: null, to: null })
    expect(resolveTimeRange({ from: '2026-11-11' }, shanghai).to).toBeNull()
  })

  it.each([
    ['a date that is not', { from: '2026-02-31' }],
    ['no days', { last: '0d' }],
    ['from after to', { from: '2026-03-02', to: '2026-03-01' }],
  ])('refuses %s', (_, range) => {
    expect(() => resolveTimeRange(range, shanghai)).toThrowError(
      expect.objectContaining({ code: 'InvalidInput' }),
    )
  })

  it('refuses an unknown timezone', () => {
    const nowhere = { ...shanghai, timezone: 'Mars/Olympus' }
    expect(() => resolveTimeRange({ last: '1d' }, nowhere)).toThrowError(/timezone/)
  })

  it('splits a range into its days without gap or overlap, in any timezone', () => {
    fc.assert(
      fc.property(zone, date, fc.integer({ min: 0, max: 40 }), (timezone, first, length) => {
        const context = { now: 0, timezone }
        const dates = Array.from({ length: length + 1 }, (_, at) =>
          new Date(Date.parse(first) + at * day).toISOString().slice(0, 10),
        )
        const whole = resolveTimeRange({ from: first, to: dates.at(-1) }, context)
        const parts = dates
          .map((date) => {
            try {
              return resolveTimeRange({ from: date, to: date }, context)
            } catch {
              return null // a day the zone skipped altogether (Apia, 2011) has no instants
            }
          })
          .filter((part) => part !== null)
        expect(parts[0]?.from).toBe(whole.from)
        expect(parts.at(-1)?.to).toBe(whole.to)
        parts.slice(1).forEach((part, at) => expect(part.from).toBe(parts[at]?.to))
      }),
    )
  })
})

describe('previousPeriod', () => {
  it('counts whole local days over a clock change', () => {
    const newYork = { now: 0, timezone: 'America/New_York' }
    const week = resolveTimeRange({ from: '2026-03-08', to: '2026-03-14' }, newYork)
    const before = resolveTimeRange({ from: '2026-03-01', to: '2026-03-07' }, newYork)
    expect(previousPeriod(week, 'America/New_York')).toEqual(before)
  })

  it('uses the same length for spans that are not whole days', () => {
    expect(previousPeriod({ from: 5_000, to: 7_000 }, 'UTC')).toEqual({ from: 3_000, to: 5_000 })
  })

  it('needs both ends', () => {
    expect(() => previousPeriod({ from: 1, to: null }, 'UTC')).toThrowError(/closed/)
  })

  it('ends where the period begins and has as many local days', () => {
    fc.assert(
      fc.property(zone, date, fc.integer({ min: 0, max: 60 }), (timezone, first, length) => {
        const last = new Date(Date.parse(first) + length * day).toISOString().slice(0, 10)
        const period = resolveTimeRange({ from: first, to: last }, { now: 0, timezone })
        const previous = previousPeriod(period, timezone)
        expect(previous.to).toBe(period.from)
        expect(localDay(previous.from, timezone)).toBe(
          new Date(Date.parse(first) - (length + 1) * day).toISOString().slice(0, 10),
        )
      }),
    )
  })
})

describe('buckets', () => {
  it('starts weeks on Monday and covers the whole first and last week', () => {
    const period = { from: Date.parse('2026-10-31T16:00:00Z'), to: Date.parse('2026-11-10T16:00:00Z') }
    expect(buckets(period, 'week', 'Asia/Shanghai').map((bucket) => bucket.key)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
    ])
  })

  it('names the doubled hour of a clock change apart', () => {
    const night = resolveTimeRange(
      { from: '2026-11-01', to: '2026-11-01' },
      { now: 0, timezone: 'America/New_York' },
    )
    const keys = buckets({ from: night.from ?? 0, to: night.to ?? 0 }, 'hour', 'America/New_York').map(
      (b) => b.key,
    )
    expect(keys).toHaveLength(25)
    expect(keys.slice(1, 3)).toEqual(['2026-11-01T01:00:00-04:00', '2026-11-01T01:00:00-05:00'])
  })

  it('ends months at their last day', () => {
    const period = { from: Date.UTC(2028, 0, 15), to: Date.UTC(2028, 2, 2) }
    expect(buckets(period, 'month', 'UTC')).toEqual([
      { key: '2028-01-01', from: Date.UTC(2028, 0, 1), to: Date.UTC(2028, 1, 1) },
      { key: '2028-02-01', from: Date.UTC(2028, 1, 1), to: Date.UTC(2028, 2, 1) },
      { key: '2028-03-01', from: Date.UTC(2028, 2, 1), to: Date.UTC(2028, 3, 1) },
    ])
  })

  it('touch each other, cover the span, have distinct keys and begin on a Monday, first or local midnight', () => {
    const grain = fc.constantFrom('hour', 'day', 'week', 'month' as const)
    fc.assert(
      fc.property(zone, date, fc.integer({ min: 1, max: 45 }), grain, (timezone, first, length, grain) => {
        const from = Date.parse(first)
        const period = { from, to: from + length * day }
        const list = buckets(period, grain, timezone)
        expect(list[0]?.from).toBeLessThanOrEqual(period.from)
        expect(list.at(-1)?.to).toBeGreaterThanOrEqual(period.to)
        list.slice(1).forEach((bucket, at) => expect(bucket.from).toBe(list[at]?.to))
        expect(new Set(list.map((bucket) => bucket.key)).size).toBe(list.length)
        for (const bucket of list) {
          const start = DateTime.fromMillis(bucket.from, { zone: timezone })
          if (grain === 'week') expect(start.weekday).toBe(1)
          if (grain === 'month') expect(start.day).toBe(1)
        }
      }),
    )
  })
})

describe('isoTime', () => {
  it('carries the offset of the workspace', () => {
    expect(isoTime(Date.parse('2026-11-10T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-11T00:00:00+08:00')
  })
})
