import { describe, expect, test } from 'vitest'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { chat, importId, sampleContext } from '../testing/samples.ts'
import { countRows } from './counts.ts'
import { dropDuplicates, verdictOnStored } from './duplicates.ts'
import { insertRows } from './insert-rows.ts'
import type { AnyRow } from './row-sets.ts'
import { newRowMemory, toRows } from './to-rows.ts'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'

const stored = (change: object): AnyRow =>
  ({ importId: 'other', line: 1, status: 'paid', ...change }) as unknown as AnyRow
const rowOf = (change: object = {}) => stored({ importId: 'mine', line: 5, ...change })
const changing = { content: ['status'], replaces: true }
const fixed = { content: ['status'], replaces: false }

describe('verdict on a row whose id is stored', () => {
  test.each([
    ['nothing stored', rowOf(), [], fixed, 'keep'],
    ['stored by another import', rowOf(), [stored({})], fixed, 'duplicate'],
    ['stored by an earlier line of this file', rowOf(), [stored({ importId: 'mine' })], fixed, 'duplicate'],
    [
      'stored by a broken attempt at this line',
      rowOf(),
      [stored({ importId: 'mine', line: 5 })],
      fixed,
      'keep',
    ],
    ['same content', rowOf(), [stored({})], changing, 'duplicate'],
    ['newer content of another import replaces', rowOf(), [stored({ status: 'created' })], changing, 'keep'],
    [
      'other content of this very file contradicts',
      rowOf(),
      [stored({ importId: 'mine', status: 'created' })],
      changing,
      'conflict',
    ],
  ])('%s', (_name, row, others, rule, verdict) => {
    expect(verdictOnStored(row, others, rule)).toBe(verdict)
  })
})

async function load(
  facts: MemoryFacts,
  records: IntakeRecord[],
  id = importId,
  defaultTime: number | null = null,
) {
  const context = sampleContext({ importId: id, defaultTime, fileIdentity: 'f' })
  const outcomes = records.map((record, index) => ({ line: index + 2, records: [record] }))
  const batch = toRows(outcomes, context, newRowMemory(context.tenantId))
  await dropDuplicates(batch, facts)
  await insertRows(facts, batch.rows, () => Promise.reject(new Error('not asked for')), `import:${id}:0`)
  return { counts: countRows(batch.tallies), rejects: batch.rejects }
}

const other = '00000000-0000-8000-8000-000000000002'
const order = (change: object): IntakeRecord => ({
  kind: 'orders',
  orderId: '1',
  orderedAt: 1.7e12,
  ...change,
})

describe('dropping duplicates', () => {
  test('the same file again adds nothing', async () => {
    const facts = new MemoryFacts()
    const records = [chat(), chat({ text: '多少钱' }), chat({ role: 'agent', text: '99元' })]
    expect((await load(facts, records)).counts).toMatchObject({ read: 3, accepted: 3 })
    expect((await load(facts, records, other)).counts).toMatchObject({ read: 3, accepted: 0, duplicates: 3 })
  })

  test('with another default time too', async () => {
    const facts = new MemoryFacts()
    const records = [chat({ sentAt: null }), chat({ sentAt: null, ordinal: 1 })]
    await load(facts, records, importId, Date.UTC(2026, 0, 1))
    expect((await load(facts, records, other, Date.UTC(2026, 1, 1))).counts).toMatchObject({ duplicates: 2 })
  })

  test('an overlapping export adds what is new', async () => {
    const facts = new MemoryFacts()
    await load(facts, [chat(), chat({ text: '多少钱' })])
    const { counts } = await load(facts, [chat({ text: '多少钱' }), chat({ text: '包邮吗' })], other)
    expect(counts).toMatchObject({ read: 2, accepted: 1, duplicates: 1 })
  })

  test('the same row twice in a batch', async () => {
    const { counts } = await load(new MemoryFacts(), [chat(), chat()])
    expect(counts).toMatchObject({ accepted: 1, duplicates: 1, duplicatedIds: 0 })
  })

  test('one platform id with two texts is a contradiction', async () => {
    const { counts, rejects } = await load(new MemoryFacts(), [
      chat({ messageId: '1' }),
      chat({ messageId: '1', text: '别的' }),
    ])
    expect(counts).toMatchObject({ accepted: 1, rejected: 1, duplicatedIds: 1 })
    expect(rejects).toMatchObject([{ line: 3, field: 'messageId', reason: 'duplicated_id' }])
  })

  test('an order that moved on replaces the stored one', async () => {
    const facts = new MemoryFacts()
    await load(facts, [order({ status: 'paid' })])
    expect((await load(facts, [order({ status: 'completed' })], other)).counts).toMatchObject({ accepted: 1 })
    expect((await load(facts, [order({ status: 'completed' })], other)).counts).toMatchObject({ accepted: 1 })
    const third = '00000000-0000-8000-8000-000000000003'
    expect((await load(facts, [order({ status: 'completed' })], third)).counts).toMatchObject({
      duplicates: 1,
    })
  })
})
