import { expect, it } from 'vitest'
import { deadJob } from './dead-job.ts'

const payload = { tenantId: 't', importId: 'i' }

it.each<[string, object | null, { zh: string; en: string }]>([
  [
    'a named error',
    { name: 'Unavailable', message: 'The store is away', text: { zh: '库不可用', en: 'The store is away' } },
    { zh: '库不可用', en: 'The store is away' },
  ],
  ['any error', { name: 'Error', message: 'broken' }, { zh: 'broken', en: 'broken' }],
  [
    'a process that went away',
    { value: { message: 'job heartbeat timeout' } },
    { zh: '处理它的进程中途消失', en: 'the process that worked on it went away' },
  ],
  ['nothing', null, { zh: '?', en: '?' }],
])('says what %s meant', (_name, sourceOutput, error) => {
  const letter = { sourceName: 'import-file', data: payload, sourceOutput }
  expect(deadJob(letter)).toEqual({ name: 'import-file', payload, error })
})
