import { expect, it } from 'vitest'
import { nextOffset } from './pages.ts'

const page = (count: number, total: number) => ({ total, items: Array.from({ length: count }, () => 0) })

it.each([
  [[page(100, 250)], 100],
  [[page(100, 250), page(100, 250)], 200],
  [[page(100, 250), page(100, 250), page(50, 250)], undefined],
  [[page(0, 250)], undefined],
])('goes on after what has been read (%#)', (pages, next) => {
  expect(nextOffset(pages.at(-1) ?? page(0, 0), pages)).toBe(next)
})
