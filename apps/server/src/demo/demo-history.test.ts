import { expect, it } from 'vitest'
import { demoHistory } from './demo-history.ts'

const parameters = { loadId: 'a', seed: 1, messages: 10, now: 0 }
const load = { action: 'demo.load', detail: { ...parameters } }
const entry = (action: string) => ({ action, detail: {} })

it.each([
  ['nothing happened', [], { kind: 'never' }],
  ['other entries do not count', [entry('people.create')], { kind: 'never' }],
  [
    'a load without an end goes on with its parameters',
    [entry('x'), load],
    { kind: 'unfinished', parameters },
  ],
  ['a finished load', [entry('demo.loaded'), load], { kind: 'loaded' }],
  [
    'a deleted demo does not come back',
    [entry('demo.delete'), entry('demo.loaded'), load],
    { kind: 'deleted' },
  ],
  ['a load after a deletion', [load, entry('demo.delete')], { kind: 'unfinished', parameters }],
])('%s', (_, entries, expected) => {
  expect(demoHistory(entries)).toEqual(expected)
})
