import { expect, it } from 'vitest'
import { dutiesOf, type Duties } from './duties.ts'
import type { ProcessRole } from './options.ts'

it.each<[ProcessRole, 'own disk' | 'shared disk', Duties]>([
  ['all', 'own disk', { reads: true, analyses: true }],
  ['all', 'shared disk', { reads: true, analyses: true }],
  ['api', 'own disk', { reads: true, analyses: false }],
  ['api', 'shared disk', { reads: false, analyses: false }],
  ['worker', 'own disk', { reads: false, analyses: true }],
  ['worker', 'shared disk', { reads: true, analyses: true }],
])('%s with uploads on its %s', (role, disk, duties) => {
  expect(dutiesOf(role, disk === 'shared disk')).toEqual(duties)
})
