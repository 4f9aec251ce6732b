import { describe, expect, test } from 'vitest'
import { noCounts } from './counts.ts'
import { qualityOf } from './quality.ts'
import { neutralised, rejectsCsv } from './rejects-csv.ts'

describe('quality score', () => {
  test.each([
    ['all good', { read: 100, accepted: 100 }, 100],
    ['duplicates cost nothing', { read: 100, duplicates: 100 }, 100],
    ['a tenth rejected', { read: 100, accepted: 90, rejected: 10, missingTime: 10 }, 90],
    ['all times assumed', { read: 100, accepted: 100, assumedTime: 100 }, 50],
    ['some damaged, some rejected', { read: 8, accepted: 7, rejected: 1, mojibake: 1 }, 81.3],
    ['nothing usable', { read: 4, rejected: 4, mojibake: 4 }, 0],
  ])('%s', (_name, counts, score) => {
    expect(qualityOf({ ...noCounts, ...counts })?.score).toBe(score)
  })

  test('nothing read, nothing said', () => {
    expect(qualityOf({ ...noCounts })).toBeNull()
  })
})

async function* rejects() {
  yield [{ line: 3, field: 'text', value: '他说"好",\n对', reason: 'x', remedy: '=cmd' }]
}

describe('rejects as CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['2026-01-01', '2026-01-01'],
    ['a=b', 'a=b'],
  ])('%j → %j', (value, expected) => {
    expect(neutralised(value)).toBe(expected)
  })

  test('BOM, header, quoting', async () => {
    let text = ''
    for await (const part of rejectsCsv(rejects())) text += part
    expect(text).toBe('\uFEFFline,field,value,reason,remedy\r\n3,text,"他说""好"",\n对",x,\'=cmd\r\n')
  })
})
