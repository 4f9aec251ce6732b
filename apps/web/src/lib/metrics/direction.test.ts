import { describe, expect, it } from 'vitest'
import { deltaOf, toneOfChange } from './direction.ts'

describe('toneOfChange', () => {
  it.each([
    ['firstResponseTime', 20, 30, 'good'],
    ['firstResponseTime', 40, 30, 'bad'],
    ['netSentiment', 12, 8, 'good'],
    ['negativeShare', 0.2, 0.1, 'bad'],
    ['inquiries', 200, 100, 'neutral'],
    ['netSentiment', 8, 8, 'neutral'],
  ])('%s %s after %s is %s', (metric, current, previous, tone) => {
    expect(toneOfChange(metric, current, previous)).toBe(tone)
  })
})

describe('deltaOf', () => {
  it('says nothing without a value on both sides', () => {
    expect(deltaOf('inquiries', 'count', 5, null, 'zh')).toBeUndefined()
  })
  it('tells the change and the value before', () => {
    expect(deltaOf('averageResponseTime', 'seconds', 60, 120, 'zh')).toEqual({
      text: '-50%',
      tone: 'good',
      previous: '2分',
    })
  })
})
