import { randomUUID } from 'node:crypto'
import type { RejectReason } from '@kesheng/contracts/intake/records'
import type { BatchCommit } from '@kesheng/core/intake/ports'
import type { Stores } from '@kesheng/storage/open-stores'
import { describe, expect, it } from 'vitest'
import { addImport, addTenant } from './control-fixtures.ts'
import { importRecord, noCounts, someMapping, sourceRecord } from './control-records.ts'

const reject = (line: number): RejectReason => ({
  line,
  field: 'sentAt',
  value: '昨天',
  reason: 'bad_time',
  remedy: '写成 2026-01-02 03:04:05',
})

const commit = (importId: string, batch: number, change: Partial<BatchCommit> = {}): BatchCommit => ({
  importId,
  batch,
  counts: { ...noCounts, read: 10, accepted: 9, rejected: 1 },
  bytesRead: (batch + 1) * 100,
  rejects: [],
  touched: [],
  ...change,
})

const touchedBuckets = (...pairs: [number, number][]) => pairs.map(([day, bucket]) => ({ day, bucket }))

const full = { zh: '磁盘已满', en: 'The disk is full' }

/** Uploads, sources, mappings and imports. */
export function importContract(stores: () => Stores): void {
  describe('imports', () => {
    it('keeps uploads of the own workspace', async () => {
      const { imports } = stores()
      const upload = {
        id: randomUUID(),
        tenantId: await addTenant(stores()),
        name: '评价.xlsx',
        path: '/spool/1',
        bytes: 6_000_000_000,
        createdAt: 3,
      }
      await imports.addUpload(upload)
      expect(await imports.upload(upload.tenantId, upload.id)).toEqual(upload)
      expect(await imports.upload(await addTenant(stores()), upload.id)).toBeNull()
    })

    it('finds a source by name and kind instead of making it twice', async () => {
      const { imports } = stores()
      const tenantId = await addTenant(stores())
      const first = await imports.ensureSource(sourceRecord(tenantId, { name: '京东聊天' }), 5)
      const second = await imports.ensureSource(sourceRecord(tenantId, { name: '京东聊天' }), 6)
      expect(second).toEqual(first)
      const reviews = await imports.ensureSource(
        sourceRecord(tenantId, { name: '京东聊天', kind: 'reviews' }),
        7,
      )
      expect(reviews.id).not.toBe(first.id)
      expect(await imports.sources(tenantId)).toHaveLength(2)
    })

    it('changes a source, and deletes it with its imports', async () => {
      const { imports } = stores()
      const record = await addImport(stores())
      const changed = await imports.changeSource(record.tenantId, record.sourceId, {
        ownership: 'competitor',
      })
      expect(changed).toMatchObject({ id: record.sourceId, ownership: 'competitor' })
      expect(
        await imports.changeSource(await addTenant(stores()), record.sourceId, { owner: '别人' }),
      ).toBeNull()
      await imports.deleteSource(record.tenantId, record.sourceId)
      expect(await imports.sources(record.tenantId)).toEqual([])
      expect(await imports.get(record.tenantId, record.id)).toBeNull()
    })

    it('keeps imports and lists them, newest first', async () => {
      const { imports } = stores()
      const first = await addImport(stores())
      const second = importRecord(first.tenantId, first.sourceId, { startedAt: 2_000 })
      await imports.create(second)
      expect(await imports.get(first.tenantId, first.id)).toEqual(first)
      expect(await imports.get(await addTenant(stores()), first.id)).toBeNull()
      expect(await imports.list(first.tenantId, 10)).toEqual([second, first])
      expect(await imports.list(first.tenantId, 1)).toEqual([second])
      expect(await imports.listBySource(first.tenantId, first.sourceId)).toHaveLength(2)
    })

    it('counts each batch once, however often it is committed', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      expect(await imports.commitBatch(commit(id, 0))).toBe(true)
      expect(await imports.commitBatch(commit(id, 0))).toBe(false)
      expect(await imports.commitBatch(commit(id, 1))).toBe(true)
      expect(await imports.commitBatch(commit(id, 0))).toBe(false)
      expect(await imports.get(tenantId, id)).toMatchObject({
        read: 20,
        accepted: 18,
        rejected: 2,
        batches: 2,
        bytesRead: 200,
      })
    })

    it('counts one batch once when two workers commit it together', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      const results = await Promise.all(Array.from({ length: 6 }, () => imports.commitBatch(commit(id, 0))))
      expect(results.filter(Boolean)).toHaveLength(1)
      expect(await imports.get(tenantId, id)).toMatchObject({ read: 10, batches: 1 })
    })

    it('refuses a batch out of turn', async () => {
      const { imports } = stores()
      const { id } = await addImport(stores())
      await expect(imports.commitBatch(commit(id, 1))).rejects.toMatchObject({ code: 'Bug' })
      await expect(imports.commitBatch(commit(randomUUID(), 0))).rejects.toMatchObject({ code: 'Bug' })
    })

    it('merges the touched days and buckets of all batches', async () => {
      const { imports } = stores()
      const { id } = await addImport(stores())
      await imports.commitBatch(commit(id, 0, { touched: touchedBuckets([20_001, 255], [20_000, 3]) }))
      await imports.commitBatch(commit(id, 1, { touched: touchedBuckets([20_000, 0], [20_000, 3]) }))
      expect(await imports.touched(id)).toEqual([
        { day: 20_000, buckets: [0, 3] },
        { day: 20_001, buckets: [255] },
      ])
    })

    it('gives back every reject in order', async () => {
      const { imports } = stores()
      const { id } = await addImport(stores())
      await imports.commitBatch(commit(id, 0, { rejects: [reject(2), reject(5)] }))
      await imports.commitBatch(commit(id, 1))
      await imports.commitBatch(commit(id, 2, { rejects: [reject(31)] }))
      const chunks: RejectReason[][] = []
      for await (const chunk of imports.rejects(id)) chunks.push(chunk)
      expect(chunks.flat()).toEqual([reject(2), reject(5), reject(31)])
    })

    it('changes state only from an expected one', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      expect(await imports.transition(id, ['analysing'], 'done', { now: 9 })).toBe(false)
      expect(await imports.transition(id, ['running'], 'failed', { now: 9, error: full })).toBe(true)
      expect(await imports.get(tenantId, id)).toMatchObject({
        state: 'failed',
        finishedAt: 9,
        error: full,
      })
    })

    it('tells which imports lack analysis, and forgets end and error when one goes on', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      const unread = await addImport(stores(), { state: 'failed' })
      await imports.transition(id, ['running'], 'analysing', { now: 5, toAnalyse: 2 })
      await imports.analysisDone(id, 'a', 6)
      await imports.transition(id, ['analysing'], 'failed', { now: 7, error: full })
      const lacking = (await imports.unanalysed()).map((record) => record.id)
      expect(lacking).toContain(id)
      expect(lacking).not.toContain(unread.id)
      expect(await imports.analysedJobs(id)).toEqual(['a'])
      expect(await imports.transition(id, ['failed'], 'analysing', { now: 8 })).toBe(true)
      expect(await imports.get(tenantId, id)).toMatchObject({
        state: 'analysing',
        finishedAt: null,
        error: null,
        analysed: 1,
        toAnalyse: 2,
      })
      await imports.analysisDone(id, 'b', 9)
      expect(await imports.get(tenantId, id)).toMatchObject({ state: 'done', finishedAt: 9 })
    })

    it('is done with the last analysis job, each counted once', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      await imports.transition(id, ['running'], 'analysing', { now: 5, toAnalyse: 2 })
      await imports.analysisDone(id, 'a', 6)
      await imports.analysisDone(id, 'a', 7)
      expect(await imports.get(tenantId, id)).toMatchObject({
        state: 'analysing',
        analysed: 1,
        finishedAt: null,
      })
      await imports.analysisDone(id, 'b', 8)
      expect(await imports.get(tenantId, id)).toMatchObject({ state: 'done', analysed: 2, finishedAt: 8 })
    })

    it('is done at once when the jobs were quicker than the transition', async () => {
      const { imports } = stores()
      const { id, tenantId } = await addImport(stores())
      await imports.analysisDone(id, 'a', 4)
      await imports.transition(id, ['running'], 'analysing', { now: 5, toAnalyse: 1 })
      expect(await imports.get(tenantId, id)).toMatchObject({ state: 'done', analysed: 1, finishedAt: 5 })
    })

    it('takes the analysis of something that is no import without complaint', async () => {
      await expect(stores().imports.analysisDone(randomUUID(), 'a', 1)).resolves.toBeUndefined()
    })

    it('lists what a process left unfinished', async () => {
      const { imports } = stores()
      const running = await addImport(stores())
      const done = await addImport(stores(), { state: 'done' })
      const ids = (await imports.unfinished()).map((record) => record.id)
      expect(ids).toContain(running.id)
      expect(ids).not.toContain(done.id)
    })

    it('saves mappings by columns and name, last used first', async () => {
      const { imports } = stores()
      const tenantId = await addTenant(stores())
      const first = await imports.saveMapping(tenantId, '内容,时间', someMapping, 1)
      const other = await imports.saveMapping(tenantId, '内容,时间', { ...someMapping, name: '另一种' }, 2)
      const again = await imports.saveMapping(
        tenantId,
        '内容,时间',
        { ...someMapping, preset: 'jd-chatlog' },
        3,
      )
      expect(again).toBe(first)
      expect(await imports.mappings(tenantId)).toEqual([
        { id: first, columnsKey: '内容,时间', mapping: { ...someMapping, preset: 'jd-chatlog' }, usedAt: 3 },
        { id: other, columnsKey: '内容,时间', mapping: { ...someMapping, name: '另一种' }, usedAt: 2 },
      ])
    })
  })
}
