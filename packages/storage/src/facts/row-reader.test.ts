import { messageFact } from '@kesheng/contracts/facts/message'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import { describe, expect, it } from 'vitest'
import { orderByClause, parseRows, selectList } from './row-reader.ts'

const table = messageFact as unknown as FactTable

describe('reading rows', () => {
  it('selects times and days in their JavaScript form, without aliases', () => {
    expect(selectList(table, ['sentAt', 'day', 'shopId'])).toBe(
      'toUnixTimestamp64Milli(sent_at), toUInt16(day), shop_id',
    )
  })

  it('refuses a column the table does not have', () => {
    expect(() => selectList(table, ['sentAt; DROP TABLE x'])).toThrow(/no column/)
  })

  it('translates column names in an order', () => {
    expect(orderByClause(table, 'sentAt DESC, length(text), message_id')).toBe(
      'sent_at DESC, length(text), message_id',
    )
  })

  it('parses one array a line', () => {
    expect(parseRows(['text', 'position'], '["a\\nb",1]\n["，]\\n[",2]\n')).toEqual([
      { text: 'a\nb', position: 1 },
      { text: '，]\n[', position: 2 },
    ])
    expect(parseRows(['text'], '')).toEqual([])
  })
})
