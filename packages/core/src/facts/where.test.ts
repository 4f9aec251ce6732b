import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { describe, expect, test } from 'vitest'
import { slices, where } from './where.ts'

describe('conditions', () => {
  test('values, sets and ranges go through parameters; days become dates', () => {
    const condition = where(conversationFact, {
      tenantId: "t' OR 1=1",
      day: { from: 20_454, to: 20_455 },
      bucket: { in: [1, 2] },
      threadId: undefined,
      served: true,
    })
    expect(condition.sql).toBe(
      'tenant_id = {tenantId:String} AND day >= {dayFrom:Date} AND day <= {dayTo:Date} AND bucket IN {bucket:Array(UInt8)} AND served = {served:Bool}',
    )
    expect(condition.params).toEqual({
      tenantId: "t' OR 1=1",
      dayFrom: '2026-01-01',
      dayTo: '2026-01-02',
      bucket: [1, 2],
      served: true,
    })
  })

  test('columns that are no keys cannot be tested', () => {
    expect(() => where(conversationFact, { startedAt: 1 })).toThrow('startedAt')
  })
})

test('slices', () => {
  expect(slices([1, 2, 3], 2)).toEqual([[1, 2], [3]])
  expect(slices([], 2)).toEqual([])
})
