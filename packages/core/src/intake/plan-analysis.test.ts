import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseDayJobs, attributeJobs, rangesOfDay } from './plan-analysis.ts'
import { analysisJobId } from './analysis-job-id.ts'

describe('planning analysis', () => {
  test.each([
    [0, 1],
    [15_000, 1],
    [15_001, 2],
    [100_000, 8],
    [1_000_000_000, 256],
  ])('%d messages a day make %d ranges', (messages, ranges) => {
    expect(rangesOfDay(messages)).toBe(ranges)
  })

  test('only touched ranges of days that have messages', () => {
    const counts = new Map([
      [99, 10],
      [100, 50_000],
    ])
    const jobs = analyseDayJobs('t', [{ day: 100, buckets: [0, 70] }], counts)
    expect(jobs).toEqual([
      { tenantId: 't', day: 99, bucketFrom: 0, bucketTo: 255 },
      { tenantId: 't', day: 100, bucketFrom: 0, bucketTo: 63 },
      { tenantId: 't', day: 100, bucketFrom: 64, bucketTo: 127 },
    ])
  })

  test('every touched bucket and its neighbours’ days are covered once', () => {
    const touchedDays = fc.uniqueArray(
      fc.record({ day: fc.nat({ max: 9 }), buckets: fc.uniqueArray(fc.nat({ max: 255 }), { minLength: 1 }) }),
      { selector: (each) => each.day },
    )
    fc.assert(
      fc.property(touchedDays, fc.nat({ max: 300_000 }), (touched, messages) => {
        const counts = new Map(Array.from({ length: 12 }, (_, index) => [index - 1, messages + 1]))
        const jobs = analyseDayJobs('t', touched, counts)
        for (const { day, buckets } of touched)
          for (const bucket of buckets)
            for (const near of [day - 1, day, day + 1]) {
              const covering = jobs.filter(
                (job) => job.day === near && job.bucketFrom <= bucket && bucket <= job.bucketTo,
              )
              expect(covering).toHaveLength(1)
            }
      }),
      { numRuns: 30 },
    )
  })

  const settings = { attributionWindowHours: 72, presaleLookBackDays: 21 }

  test('orders touch the chats before them and 询单 after them', () => {
    expect(attributeJobs('t', [100, 102], 'orders', settings)).toEqual([
      { tenantId: 't', dayFrom: 97, dayTo: 110 },
      { tenantId: 't', dayFrom: 111, dayTo: 123 },
    ])
  })

  test('ratings touch the day before; far days are apart', () => {
    expect(attributeJobs('t', [100, 200], 'ratings', settings)).toEqual([
      { tenantId: 't', dayFrom: 99, dayTo: 100 },
      { tenantId: 't', dayFrom: 199, dayTo: 200 },
    ])
  })

  test('a job is known by what it covers', () => {
    const job = { tenantId: 't', day: 1, bucketFrom: 0, bucketTo: 9 }
    const turned = { bucketTo: 9, bucketFrom: 0, day: 1, tenantId: 't' }
    expect(analysisJobId('analyse-day', job)).toBe(analysisJobId('analyse-day', turned))
    expect(analysisJobId('analyse-day', job)).not.toBe(analysisJobId('analyse-day', { ...job, day: 2 }))
  })
})
