import { expect, it } from 'vitest'
import { parseResult } from './result-reader.ts'

it('turns instants into epoch milliseconds and leaves the rest', () => {
  const text = [
    '["at","never","hour","day","name"]',
    `["DateTime64(3, 'Asia/Shanghai')","Nullable(DateTime64(3))","DateTime","Date","LowCardinality(String)"]`,
    '["1700000000.123",null,"1700000000","2026-01-01","DateTime"]',
    '',
  ].join('\n')
  expect(parseResult(text)).toEqual([
    { at: 1_700_000_000_123, never: null, hour: 1_700_000_000_000, day: '2026-01-01', name: 'DateTime' },
  ])
})
