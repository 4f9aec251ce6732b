import { messageLog } from '@kesheng/contracts/facts/message'
import { mapping } from '@kesheng/contracts/intake/mapping'
import { describe, expect, test } from 'vitest'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { MemoryImports, MemoryIntake, MemoryQueue } from '../testing/memory-imports.ts'
import { chat, plainSealer, sampleNow, samplePool, tenantId, workspaces } from '../testing/samples.ts'
import { acceptBatch, type AcceptBatch, type AcceptBatchPorts } from './accept-batch.ts'
import { processBatch } from './process-batch.ts'

function setUp() {
  const facts = new MemoryFacts()
  const queue = new MemoryQueue()
  const intake = new MemoryIntake(queue)
  let now = sampleNow
  const clock = () => now++
  const accepting: AcceptBatchPorts = {
    intake,
    imports: new MemoryImports(),
    sealer: plainSealer,
    clock,
    mapRows: (rows) =>
      rows.map((row, index) => ({
        line: index + 1,
        records: [chat({ text: String(row['text']), sentAt: row['at'] as number | null })],
      })),
  }
  const processing = { facts, intake, workspaces, analyzerFor: () => Promise.resolve(samplePool()), clock }
  return { facts, queue, intake, accepting, processing }
}

const at = sampleNow - 12 * 3_600_000 + 7
const request = (change: Partial<AcceptBatch> = {}): AcceptBatch => ({
  tenantId,
  idempotencyKey: 'k1',
  kind: 'chats',
  source: 'api',
  platform: 'tmall',
  shop: '旗舰店',
  ownership: 'own',
  mapping: mapping.parse({ name: 'm', kind: 'chats' }),
  rows: [
    { text: '还有货吗，打我13800138000', at },
    { text: '', at },
  ],
  acceptedBy: 'key',
  ...change,
})

describe('real-time intake', () => {
  test('answers with what was accepted and rejected; plain texts are not kept', async () => {
    const { accepting, intake } = setUp()
    const answer = await acceptBatch(accepting, request())
    expect(answer).toMatchObject({ accepted: 1, rejected: 1, replayed: false })
    expect(answer.rejects).toMatchObject([{ line: 2, reason: 'empty_text' }])
    const { gunzipSync } = await import('node:zlib')
    const payload = gunzipSync(
      (await intake.get(tenantId, answer.batchId))?.payload ?? Buffer.alloc(0),
    ).toString()
    expect(payload.replaceAll(/sealed\([^)]*\)/gu, '')).not.toContain('13800138000')
  })

  test('the same key and body repeats the first answer', async () => {
    const { accepting } = setUp()
    const first = await acceptBatch(accepting, request())
    expect(await acceptBatch(accepting, request())).toEqual({ ...first, replayed: true })
  })

  test('the same key with another body is refused', async () => {
    const { accepting } = setUp()
    await acceptBatch(accepting, request())
    const other = request({ rows: [{ text: '别的', at }] })
    await expect(acceptBatch(accepting, other)).rejects.toMatchObject({ code: 'Conflict' })
  })

  test('stores once and sends analysis of its threads on three days', async () => {
    const { accepting, processing, facts, queue } = setUp()
    const { batchId } = await acceptBatch(accepting, request())
    expect(await processBatch(processing, { tenantId, batchId })).toBe(true)
    expect(await processBatch(processing, { tenantId, batchId })).toBe(false)
    const [row] = facts.rows(messageLog)
    const jobs = queue.jobs('analyse-day')
    expect(jobs.map((job) => job.day - (row?.day ?? 0))).toEqual([-1, 0, 1])
    expect(jobs[0]).toMatchObject({
      threadIds: [row?.threadId],
      bucketFrom: row?.bucket,
      bucketTo: row?.bucket,
    })
  })

  test('a broken attempt that stored its rows is repeated without a duplicate', async () => {
    const { accepting, processing, facts, intake } = setUp()
    const { batchId } = await acceptBatch(accepting, request())
    facts.afterInsert = () => {
      throw new Error('crash')
    }
    await expect(processBatch(processing, { tenantId, batchId })).rejects.toThrow('crash')
    facts.afterInsert = () => undefined
    await processBatch(processing, { tenantId, batchId })
    expect(facts.rows(messageLog)).toHaveLength(1)
    expect(await intake.get(tenantId, batchId)).toMatchObject({ state: 'done', duplicates: 0 })
  })

  test('another batch with the same message only counts a duplicate', async () => {
    const { accepting, processing, facts, intake, queue } = setUp()
    const first = await acceptBatch(accepting, request())
    await processBatch(processing, { tenantId, batchId: first.batchId })
    const jobs = queue.sent.length
    const second = await acceptBatch(accepting, request({ idempotencyKey: 'k2' }))
    await processBatch(processing, { tenantId, batchId: second.batchId })
    expect(facts.rows(messageLog)).toHaveLength(1)
    expect(await intake.get(tenantId, second.batchId)).toMatchObject({ duplicates: 1 })
    expect(queue.sent).toHaveLength(jobs)
  })
})
