import { expect, it } from 'vitest'
import { progressOf, qualityProblems } from './progress.ts'

const job = { state: 'running' as const, bytes: 200, bytesRead: 100, analysed: 0, toAnalyse: 0 }

it.each([
  [job, 0.35, 'reading'],
  [{ ...job, bytes: 0 }, 0, 'reading'],
  [{ ...job, state: 'analysing' as const, analysed: 1, toAnalyse: 2 }, 0.85, 'analysing'],
  [{ ...job, state: 'done' as const }, 1, 'over'],
  [{ ...job, state: 'failed' as const }, 1, 'over'],
])('%o', (state, share, phase) => {
  const progress = progressOf(state)
  expect(progress.share).toBeCloseTo(share)
  expect(progress.phase).toBe(phase)
})

it('lists what lowered the quality, worst first', () => {
  const quality = {
    score: 80,
    missingTime: 2,
    assumedTime: 0,
    unknownRole: 5,
    mojibake: 0,
    futureDates: 1,
    duplicatedIds: 0,
  }
  expect(qualityProblems(quality)).toEqual([
    ['unknownRole', 5],
    ['missingTime', 2],
    ['futureDates', 1],
  ])
})
