import { expect, it } from 'vitest'
import { coverageMatrix } from './coverage.ts'

it('shows what is missing as zero', () => {
  const matrix = coverageMatrix([
    { role: 'buyer', stage: 'presale', channel: 'tmall', count: 5 },
    { role: 'agent', stage: 'aftersale', channel: 'jd', count: 2 },
  ])
  expect(matrix.channels).toEqual(['jd', 'tmall'])
  expect(matrix.cells).toHaveLength(2 * 3 * 3)
  expect(matrix.cells.filter((cell) => cell.count > 0)).toHaveLength(2)
  expect(matrix.cells).toContainEqual({ role: 'bot', stage: 'insale', channel: 'jd', count: 0 })
})
