import { messageLog } from '@kesheng/contracts/facts/message'
import { opinionFact } from '@kesheng/contracts/facts/opinion'
import { reviewFact } from '@kesheng/contracts/facts/review'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import { importOptions } from '@kesheng/contracts/intake/mapping'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import { describe, expect, test } from 'vitest'
import { createRangeLock } from '../conversations/range-lock.ts'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { MemoryImports, MemoryQueue } from '../testing/memory-imports.ts'
import { chat, plainSealer, sampleNow, samplePool, tenantId, workspaces } from '../testing/samples.ts'
import { analysisJobId } from './analysis-job-id.ts'
import { rowSets, type RowSet } from './row-sets.ts'
import { failImportOf } from './fail-import.ts'
import { runImport, type RunImportPorts } from './run-import.ts'
import { cancelImport, startImport } from './start-import.ts'

class Crash extends Error {}

/** A workspace with one upload; `crashAt` = number of the port call before or after which the process dies. */
function setUp(outcomes: RowOutcome[], kind: IntakeKind = 'chats') {
  const facts = new MemoryFacts()
  const imports = new MemoryImports()
  const queue = new MemoryQueue()
  let now = sampleNow
  let calls = 0
  const crash = { at: Number.POSITIVE_INFINITY }
  const count = (): void => {
    if (++calls === crash.at) throw new Crash()
  }
  facts.beforeCall = count
  facts.afterInsert = count
  imports.beforeCall = count
  queue.beforeCall = count
  const ports: RunImportPorts = {
    facts,
    imports,
    workspaces,
    queue,
    sealer: plainSealer,
    analyzerFor: () => Promise.resolve(samplePool()),
    lock: createRangeLock(),
    clock: () => now++,
    reader: {
      async *read(_upload, _record, { onBytes }) {
        for (let start = 0; start < outcomes.length; start += 3) {
          onBytes(start)
          yield outcomes.slice(start, start + 3)
        }
      },
      identity: () => Promise.resolve('file'),
    },
  }
  let serial = 0
  const newId = () => `00000000-0000-8000-8000-${String(++serial).padStart(12, '0')}`
  const start = async (options: object = {}) => {
    const upload = { id: 'u', tenantId, name: 'chats.csv', path: '/spool/u', bytes: 99, createdAt: now }
    await imports.addUpload(upload)
    const mapping = { name: 'm', kind }
    return startImport(
      { imports, queue, clock: ports.clock, newId },
      {
        tenantId,
        uploadId: 'u',
        entry: '',
        options: importOptions.parse({ mapping, ...options }),
        startedBy: 'me',
      },
    )
  }
  return { facts, imports, queue, ports, crash, start, callsSoFar: () => calls }
}

const outcomesOf = (records: IntakeRecord[]): RowOutcome[] =>
  records.map((record, index) => ({ line: index + 2, records: [record] }))

const minute = 60_000
/** Eleven chats over two days, one of them twice, one bad. */
const elevenChats = outcomesOf([
  ...Array.from({ length: 9 }, (_, index) =>
    chat({ sentAt: sampleNow - 86_400_000 + index * 200 * minute + 1, text: `第${index}句` }),
  ),
  chat({ sentAt: sampleNow - 86_400_000 + 1, text: '第0句' }),
  chat({ sentAt: null }),
])

async function finished(setup: ReturnType<typeof setUp>, importId: string) {
  for (const name of ['analyse-day', 'attribute'] as const)
    for (const job of setup.queue.jobs(name))
      await setup.imports.analysisDone(importId, analysisJobId(name, job))
  return setup.imports.records.get(importId)
}

const contents = (facts: MemoryFacts, set: RowSet): string[] =>
  facts
    .rows(rowSets[set].table as typeof messageLog)
    .map((row) => JSON.stringify({ ...row, version: 0 }))
    .sort()

const review = (text: string): IntakeRecord => ({
  kind: 'reviews',
  text,
  reviewedAt: sampleNow - 9 * minute - 1,
})

describe('an import', () => {
  test('stores, counts, lists rejects, hands out analysis and ends', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    expect(await runImport(setup.ports, { tenantId, importId: record.id }, { batchSize: 4 })).toBe(
      'analysing',
    )
    const done = await finished(setup, record.id)
    expect(done).toMatchObject({
      state: 'done',
      read: 11,
      accepted: 9,
      duplicates: 1,
      rejected: 1,
      missingTime: 1,
      batches: 3,
    })
    expect(setup.facts.rows(messageLog)).toHaveLength(9)
    expect(setup.imports.rejectList.get(record.id)).toMatchObject([{ line: 12, reason: 'missing_time' }])
    expect(setup.queue.jobs('analyse-day').length).toBe(done?.toAnalyse)
  })

  test('whose analysis was given up fails, and an import of the same file hands out what is missing', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    await runImport(setup.ports, { tenantId, importId: record.id })
    const [dead, ...rest] = setup.queue.jobs('analyse-day')
    if (dead === undefined) throw new Error('nothing to analyse')
    const error = { zh: '库不可用', en: 'The store is away' }
    await failImportOf(setup.ports, { name: 'analyse-day', payload: dead, error })
    for (const job of rest) await setup.imports.analysisDone(record.id, analysisJobId('analyse-day', job))
    expect(setup.imports.records.get(record.id)).toMatchObject({
      state: 'failed',
      error: { zh: expect.stringContaining('库不可用'), en: expect.stringContaining('The store is away') },
    })

    const sent = setup.queue.sent.length
    await setup.start()
    expect(setup.queue.sent.slice(sent)).toContainEqual({
      name: 'import-file',
      payload: { tenantId, importId: record.id },
    })
    await runImport(setup.ports, { tenantId, importId: record.id })
    expect(setup.queue.sent.slice(sent).filter((job) => job.name === 'analyse-day')).toEqual([
      { name: 'analyse-day', payload: dead },
    ])
    expect(await finished(setup, record.id)).toMatchObject({ state: 'done', error: null })
  })

  test('a second import of the same file adds nothing', async () => {
    const setup = setUp(elevenChats)
    await runImport(setup.ports, { tenantId, importId: (await setup.start()).id })
    const again = await setup.start()
    await runImport(setup.ports, { tenantId, importId: again.id }, { batchSize: 3 })
    expect(setup.imports.records.get(again.id)).toMatchObject({ state: 'done', accepted: 0, duplicates: 10 })
    expect(setup.facts.rows(messageLog)).toHaveLength(9)
  })

  test('reviews are analysed on the way in, nothing is left to do', async () => {
    const setup = setUp(
      outcomesOf([review('用两天就坏了'), review('此用户没有填写评价'), review('挺好')]),
      'reviews',
    )
    const record = await setup.start()
    expect(await runImport(setup.ports, { tenantId, importId: record.id })).toBe('done')
    expect(setup.facts.rows(opinionFact)).toMatchObject([{ quote: '坏', subjectKind: 'review', start: 4 }])
    const sentiments = setup.facts.rows(reviewFact).map((row) => row.sentiment)
    expect(sentiments.sort()).toEqual(['negative', 'neutral', 'neutral'])
  })

  test('dies at any moment, resumes, and ends as if nothing had happened', async () => {
    const calm = setUp(elevenChats)
    const calmRecord = await calm.start()
    const before = calm.callsSoFar()
    await runImport(calm.ports, { tenantId, importId: calmRecord.id }, { batchSize: 4 })
    const calls = calm.callsSoFar() - before
    const wanted = await finished(calm, calmRecord.id)
    expect(calls).toBeGreaterThan(15)
    for (let at = 1; at <= calls; at++) {
      const setup = setUp(elevenChats)
      const record = await setup.start()
      setup.crash.at = setup.callsSoFar() + at
      const run = () => runImport(setup.ports, { tenantId, importId: record.id }, { batchSize: 4 })
      await expect(run(), `call ${at}`).rejects.toThrow(Crash)
      await run()
      expect(contents(setup.facts, 'messages'), `call ${at}`).toEqual(contents(calm.facts, 'messages'))
      const { startedAt: _, ...end } = (await finished(setup, record.id)) ?? {}
      const { startedAt: __, ...calmEnd } = wanted ?? {}
      expect(end, `call ${at}`).toEqual(calmEnd)
    }
  })

  test('rows without a time take the default one', async () => {
    const setup = setUp(outcomesOf([chat({ sentAt: null }), chat({ sentAt: null, ordinal: 1 })]))
    const record = await setup.start({ defaultTime: '2026-02-01T00:00:00Z' })
    await runImport(setup.ports, { tenantId, importId: record.id })
    expect(setup.imports.records.get(record.id)).toMatchObject({ accepted: 2, assumedTime: 2 })
  })
})

describe('cancelling', () => {
  test('while rows are read: everything is taken back', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    setup.ports.onProgress = () => {
      const now = setup.imports.records.get(record.id)
      if (now?.state === 'running' && now.batches === 2) now.state = 'cancelling'
    }
    expect(await runImport(setup.ports, { tenantId, importId: record.id }, { batchSize: 3 })).toBe(
      'cancelled',
    )
    expect(setup.facts.rows(messageLog)).toEqual([])
    expect(setup.imports.records.get(record.id)?.state).toBe('cancelled')
  })

  test('during the last batch: its rows are taken back too', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    setup.facts.afterInsert = () => {
      const now = setup.imports.records.get(record.id)
      if (now?.state === 'running') now.state = 'cancelled'
    }
    expect(await runImport(setup.ports, { tenantId, importId: record.id })).toBe('cancelled')
    expect(setup.facts.rows(messageLog)).toEqual([])
  })

  test('while it is analysed: rows go, the days are analysed again', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    await runImport(setup.ports, { tenantId, importId: record.id })
    await cancelImport({ ...setup.ports, queue: setup.queue }, tenantId, record.id)
    expect(setup.queue.sent.at(-1)?.name).toBe('import-file')
    expect(await runImport(setup.ports, { tenantId, importId: record.id })).toBe('cancelled')
    expect(setup.facts.rows(messageLog)).toEqual([])
    expect(setup.queue.sent.at(-1)).toMatchObject({
      name: 'analyse-day',
      payload: { bucketFrom: 0, bucketTo: 255 },
    })
  })

  test('an import that another worker has ended is left alone', async () => {
    const setup = setUp(elevenChats)
    const record = await setup.start()
    setup.ports.onProgress = () => {
      const now = setup.imports.records.get(record.id)
      if (now?.batches === 2) now.state = 'done'
    }
    expect(await runImport(setup.ports, { tenantId, importId: record.id }, { batchSize: 3 })).toBe('done')
    expect(setup.facts.rows(messageLog)).toHaveLength(6)
  })

  test('other imports keep their rows', async () => {
    const setup = setUp(elevenChats)
    const first = await setup.start()
    await runImport(setup.ports, { tenantId, importId: first.id })
    const second = await setup.start()
    await runImport(setup.ports, { tenantId, importId: second.id })
    await finished(setup, first.id)
    setup.imports.records.set(second.id, { ...second, state: 'cancelling' })
    await runImport(setup.ports, { tenantId, importId: second.id })
    expect(setup.facts.rows(messageLog)).toHaveLength(9)
  })

  test('an import that has ended cannot be cancelled', async () => {
    const setup = setUp([])
    const record = await setup.start()
    expect(await runImport(setup.ports, { tenantId, importId: record.id })).toBe('done')
    const control = { ...setup.ports, queue: setup.queue }
    await expect(cancelImport(control, tenantId, record.id)).rejects.toMatchObject({ code: 'Conflict' })
  })
})
