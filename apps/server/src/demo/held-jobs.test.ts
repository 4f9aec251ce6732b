import { expect, it } from 'vitest'
import { eachOnce } from './held-jobs.ts'

const job = (day: number, importId: string, bucketFrom = 0) => ({
  tenantId: 't',
  day,
  bucketFrom,
  bucketTo: 255,
  importId,
})

it('keeps each range once, newest day first', () => {
  const jobs = [job(1, 'a'), job(2, 'a'), job(2, 'b'), job(2, 'b', 128), job(1, 'b')]
  expect(eachOnce(jobs)).toEqual([job(2, 'a'), job(2, 'b', 128), job(1, 'a')])
})
