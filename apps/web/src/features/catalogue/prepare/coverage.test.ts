import { expect, it } from 'vitest'
import { coverageRows, gapCount } from './coverage.ts'

it('fills every role, stage and channel, and counts the gaps', () => {
  const rows = coverageRows(
    ['buyer', 'agent'],
    ['presale', 'aftersale'],
    ['im', 'review'],
    [
      { role: 'buyer', stage: 'presale', channel: 'im', count: 5 },
      { role: 'buyer', stage: 'aftersale', channel: 'review', count: 2 },
    ],
  )
  expect(rows.map(({ role, channel, counts }) => [role, channel, ...counts])).toEqual([
    ['buyer', 'im', 5, 0],
    ['buyer', 'review', 0, 2],
    ['agent', 'im', 0, 0],
    ['agent', 'review', 0, 0],
  ])
  expect(gapCount(rows)).toBe(6)
})
