import { expect, it } from 'vitest'
import { passwordProblem } from './password-problem.ts'

it.each([
  ['123456789', '123456789', 'tooShort'],
  ['1234567890', '1234567891', 'notEqual'],
  ['1234567890', '1234567890', null],
  ['一二三四五六七八九十', '一二三四五六七八九十', null],
])('%s / %s: %s', (password, repeated, problem) => {
  expect(passwordProblem(password, repeated)).toBe(problem)
})
