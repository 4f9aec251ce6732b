import { describe, expect, it } from 'vitest'
import { cell, rejectsCsv } from './rejects-csv.ts'

async function* chunks() {
  yield [{ line: 3, field: 'sentAt', value: '昨天', reason: 'bad_time', remedy: '改为 2026-11-01 10:00:00' }]
  yield [{ line: 9, field: 'text', value: '=cmd()', reason: 'formula', remedy: '引号"与,逗号' }]
}

describe('rejectsCsv', () => {
  it('starts with a BOM and holds each reject on its line', async () => {
    let text = ''
    for await (const part of rejectsCsv(chunks())) text += part
    expect(text).toBe(
      '\uFEFFline,field,value,reason,remedy\r\n' +
        '3,sentAt,昨天,bad_time,改为 2026-11-01 10:00:00\r\n' +
        '9,text,\'=cmd(),formula,"引号""与,逗号"\r\n',
    )
  })
})

describe('cell', () => {
  it.each(['=1+1', '+86', '-5', '@SUM', '\ttab'])('disarms %j', (text) => {
    expect(cell(text).replace(/^"/, '')).toMatch(/^'/)
  })
})
