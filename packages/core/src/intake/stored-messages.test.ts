import { expect, test } from 'vitest'
import { logRow } from '../testing/samples.ts'
import { messageLookup } from './stored-messages.ts'

const rows = [logRow({ sentAt: Date.UTC(2026, 0, 1) }), logRow({ sentAt: Date.UTC(2026, 0, 1, 5) })]

test('timed messages are looked for in their threads on their days', () => {
  const { sql, params } = messageLookup(rows, true)
  expect(sql).toBe(
    'SELECT message_id AS messageId, import_id AS importId, line FROM log_message_v1 ' +
      'WHERE tenant_id = {tenantId:String} ' +
      'AND (day, bucket, thread_id) IN arrayZip({days:Array(Date)}, {buckets:Array(UInt8)}, {threadIds:Array(UUID)}) ' +
      'AND message_id IN {messageIds:Array(UUID)} AND time_assumed = {timeAssumed:Bool}',
  )
  expect(params).toMatchObject({ days: ['2026-01-01'], buckets: [10], timeAssumed: false })
  expect(params['messageIds']).toHaveLength(2)
})

test('untimed ones on any day', () => {
  const { sql, params } = messageLookup(rows, false)
  expect(sql).toContain('(bucket, thread_id) IN arrayZip({buckets:Array(UInt8)}, {threadIds:Array(UUID)})')
  expect(params).not.toHaveProperty('days')
})
