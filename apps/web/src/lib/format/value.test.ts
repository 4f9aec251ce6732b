import { describe, expect, it } from 'vitest'
import { formatChange, formatDuration, formatValue } from './value.ts'

describe('formatValue', () => {
  it.each([
    [1234, 'count', '1,234', '1,234'],
    [12_345_678, 'count', '1234.57万', '12.35M'],
    [0.1234, 'share', '12.3%', '12.3%'],
    [83, 'seconds', '1分23秒', '1m 23s'],
    [1999.5, 'yuan', '¥2,000', '¥2,000'],
    [59.9, 'yuan', '¥59.9', '¥59.9'],
    [4.567, 'score', '4.57', '4.57'],
    [-12.34, 'points', '-12.3', '-12.3'],
    [2.345, '', '2.3', '2.3'],
  ])('%s %s', (value, unit, zh, en) => {
    expect(formatValue(value, unit, 'zh')).toBe(zh)
    expect(formatValue(value, unit, 'en')).toBe(en)
  })

  it('shows a dash for nothing and for what is no number', () => {
    expect(formatValue(null, 'count', 'zh')).toBe('–')
    expect(formatValue(Number.NaN, 'share', 'zh')).toBe('–')
  })
})

describe('formatDuration', () => {
  it.each([
    [0, '0秒'],
    [4.26, '4.3秒'],
    [59.6, '1分'],
    [3600, '1小时'],
    [3660, '1小时1分'],
    [90_061, '1天1小时'],
    [86_460, '1天'],
  ])('%s s is %s', (seconds, text) => {
    expect(formatDuration(seconds, 'zh')).toBe(text)
  })
})

describe('formatChange', () => {
  it.each([
    [120, 100, 'count', '+20%'],
    [90, 100, 'seconds', '-10%'],
    [0.15, 0.1, 'share', '+5个百分点'],
    [4.5, 4.25, 'score', '+0.25'],
    [5, 0, 'count', '新增'],
    [0, 0, 'count', '0'],
  ])('%s after %s %s', (current, previous, unit, text) => {
    expect(formatChange(current, previous, unit, 'zh')).toBe(text)
  })
})
