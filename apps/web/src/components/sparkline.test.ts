import { expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'

it('draws from low to high within the box', () => {
  expect(sparkline([0, 10, 5], 100, 20)).toBe('M0.0 19.0L50.0 1.0L100.0 10.0')
})
it('breaks at a gap', () => {
  expect(sparkline([1, null, 2], 100, 20)).toBe('M0.0 19.0M100.0 1.0')
})
it('draws nothing from less than two points and a flat line from equal ones', () => {
  expect(sparkline([4, null], 100, 20)).toBe('')
  expect(sparkline([3, 3], 100, 20)).toBe('M0.0 19.0L100.0 19.0')
})
