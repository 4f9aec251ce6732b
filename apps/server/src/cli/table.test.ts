import { expect, it } from 'vitest'
import { table, width } from './table.ts'

it('counts Chinese signs as two columns', () => {
  expect(width('店铺A')).toBe(5)
})

it('aligns text left, numbers right and shows gaps', () => {
  expect(
    table(
      ['店铺', 'n'],
      [
        ['旗舰店', 12],
        ['B', null],
        ['C', 1.23456],
      ],
    ),
  ).toBe(
    ['店铺         n', '──────  ──────', '旗舰店      12', 'B            –', 'C       1.2346'].join('\n'),
  )
})
