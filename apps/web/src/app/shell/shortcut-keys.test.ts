import { describe, expect, it } from 'vitest'
import { isTyping, shortcutOf } from './shortcut-keys.ts'

const paths = { o: '/', c: '/conversations' }

describe('shortcutOf', () => {
  it.each([
    ['c', 'g', { do: 'go', path: '/conversations' }],
    ['c', null, null],
    ['x', 'g', null],
    ['g', null, { do: 'chord' }],
    ['/', null, { do: 'search' }],
    ['?', 'g', { do: 'help' }],
  ])('%s after %s', (key, previous, shortcut) => {
    expect(shortcutOf(key, previous, paths)).toEqual(shortcut)
  })
})

describe('isTyping', () => {
  it('knows fields that take text', () => {
    const field = document.createElement('input')
    expect(isTyping(field)).toBe(true)
    field.type = 'checkbox'
    expect(isTyping(field)).toBe(false)
    expect(isTyping(document.createElement('textarea'))).toBe(true)
    expect(isTyping(document.body)).toBe(false)
  })
})
