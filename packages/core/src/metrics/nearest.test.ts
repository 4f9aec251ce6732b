import { expect, it } from 'vitest'
import { dimensions, metrics } from './catalogue.ts'
import { nearest } from './nearest.ts'

it.each([
  ['inquirer', 'inquirers'],
  ['firstresponsetime', 'firstResponseTime'],
  ['客单价', 'averageOrderValue'],
  ['差评', 'badReviewRate'],
  ['NPS', 'nps'],
  ['refundrate', 'refundRateByOrders'],
])('%s is nearest to %s', (written, id) => {
  expect(nearest(written, metrics)).toContain(id)
})

it('finds dimensions by Chinese name', () => {
  expect(nearest('店铺', dimensions)[0]).toBe('shop')
})

it('answers for anything', () => {
  expect(nearest('', metrics)).toHaveLength(3)
  expect(nearest('∅'.repeat(300), metrics)).toHaveLength(3)
})
