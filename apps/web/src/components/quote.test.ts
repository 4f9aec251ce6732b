import { expect, it } from 'vitest'
import { quoteParts } from './quote.tsx'

it('keeps forty characters around the span and says what was cut', () => {
  const text = `${'前'.repeat(60)}过敏${'后'.repeat(60)}`
  expect(quoteParts(text, 60, 62)).toEqual({
    before: `…${'前'.repeat(40)}`,
    marked: '过敏',
    after: `${'后'.repeat(40)}…`,
  })
  expect(quoteParts(text, 60, 62, true).before).toHaveLength(60)
})

it('adds no dots to a short text', () => {
  expect(quoteParts('用了就过敏', 3, 5)).toEqual({ before: '用了就', marked: '过敏', after: '' })
})
