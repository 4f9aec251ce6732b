import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { formatTime, parseTime } from './time.ts'

const now = Date.UTC(2026, 0, 15, 4)
const shanghai = (text: string): number => DateTime.fromISO(text, { zone: 'Asia/Shanghai' }).toMillis()

describe('parseTime', () => {
  it.each([
    ['2026-01-02 15:04:05', '2026-01-02T15:04:05'],
    ['2026/01/02 15:04:05', '2026-01-02T15:04:05'],
    ['2026-01-02T15:04:05', '2026-01-02T15:04:05'],
    ['2026-01-02T15:04:05.250', '2026-01-02T15:04:05.250'],
    ['2026/1/2 3:04', '2026-01-02T03:04:00'],
    ['2026.1.2', '2026-01-02T00:00:00'],
    ['2026年1月2日 15:04:05', '2026-01-02T15:04:05'],
    ['2026年1月2日15时4分5秒', '2026-01-02T15:04:05'],
    ['2026年1月2日 星期五 下午3:04', '2026-01-02T15:04:00'],
    ['2026年1月2日 上午12:30', '2026-01-02T00:30:00'],
    ['2026-01-02 凌晨1:30', '2026-01-02T01:30:00'],
    ['2026-01-02 晚上11:30:15', '2026-01-02T23:30:15'],
    ['2026-01-02 中午12:05', '2026-01-02T12:05:00'],
    ['1/2/2026 3:04 PM', '2026-01-02T15:04:00'],
    ['25/12/2025 08:00', '2025-12-25T08:00:00'],
    ['20260102', '2026-01-02T00:00:00'],
    ['202601021504', '2026-01-02T15:04:00'],
    ['20260102150405', '2026-01-02T15:04:05'],
    ['46024', '2026-01-02T00:00:00'],
    ['46024.627835648', '2026-01-02T15:04:05'],
    ['1767337445', '2026-01-02T15:04:05'],
    ['1767337445000', '2026-01-02T15:04:05'],
    ['2026-01-02T07:04:05Z', '2026-01-02T15:04:05'],
    ['2026-01-02T15:04:05+08:00', '2026-01-02T15:04:05'],
    ['2026-01-02 02:04:05 -0500', '2026-01-02T15:04:05'],
    ['Jan 2, 2026 15:04', '2026-01-02T15:04:00'],
    ['Fri, 02 Jan 2026 15:04:05 +0800', '2026-01-02T15:04:05'],
    ['２０２６－０１－０２　１５：０４', '2026-01-02T15:04:00'],
    ['昨天 15:04', '2026-01-14T15:04:00'],
    ['1月2日 15:04', '2026-01-02T15:04:00'],
    ['12-30 15:04', '2025-12-30T15:04:00'],
  ])('%s', (text, expected) => {
    expect(parseTime(text, 'Asia/Shanghai', now)).toBe(shanghai(expected))
  })

  it.each([
    '',
    '-',
    '2026-02-30 10:00:00',
    '2026-13-01',
    '2026-01-02 25:00:00',
    '10:00:00',
    '150',
    '1小时',
    '您好',
    '1769',
  ])('is no time: %s', (text) => {
    expect(parseTime(text, 'Asia/Shanghai', now)).toBeNull()
  })

  it('reads wall-clock time of zones with daylight saving', () => {
    expect(parseTime('2026-07-02 15:04:05', 'America/New_York', now)).toBe(Date.UTC(2026, 6, 2, 19, 4, 5))
    expect(parseTime('2026-01-02 15:04:05', 'America/New_York', now)).toBe(Date.UTC(2026, 0, 2, 20, 4, 5))
  })

  it('gives back every second it has written', () => {
    const seconds = fc.integer({ min: Date.UTC(1992, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
    fc.assert(
      fc.property(seconds, fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Tokyo'), (second, zone) => {
        expect(parseTime(formatTime(second * 1000, zone), zone, now)).toBe(second * 1000)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        (text) => void parseTime(text, 'Asia/Shanghai', now),
      ),
    )
  })
})
