import { setTimeout as sleep } from 'node:timers/promises'
import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { importRoutes, type ImportJob, type Inspection } from '@kesheng/contracts/http/import.routes'
import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestOf } from '../cli/call.ts'
import { chatFile } from '../testing/chat-file.ts'
import { call } from '../testing/client.ts'
import { startTemporaryServer, type TemporaryServer } from '../testing/temporary-server.ts'

let server: TemporaryServer
let admin: Record<string, string>
beforeAll(async () => {
  server = await startTemporaryServer()
  await server.startWorkers()
  admin = await server.asRole('admin')
})
afterAll(() => server.remove())

async function upload(name: string, text: string): Promise<Inspection> {
  const { url } = requestOf(importRoutes.upload, { query: { name } })
  const headers = { ...admin, 'content-type': 'application/octet-stream' }
  const answer = await server.app.inject({ method: 'POST', url, headers, payload: text })
  return answer.json()
}

async function ended(job: ImportJob, states: readonly string[]): Promise<ImportJob> {
  let now = job
  while (states.includes(now.state)) {
    await sleep(20)
    now = await call(server.app, admin, importRoutes.get, { params: { id: job.id } })
  }
  return now
}

const start = (inspection: Inspection, options: object = {}): Promise<ImportJob> =>
  call(server.app, admin, importRoutes.start, {
    body: { uploadId: inspection.uploadId, options: { mapping: inspection.mapping, ...options } },
  })

const counts = async (metrics: string[]): Promise<unknown> =>
  (await call(server.app, admin, insightRoutes.query, { body: { metrics } })).rows[0]

describe('the wizard', () => {
  it('applies what was re-mapped, and offers it when the same columns come again', async () => {
    const first = await upload('甲.csv', '列甲,列乙,列丙\n包装很结实,2026-03-01,5\n盖子漏液,2026-03-02,1\n')
    expect(first).toMatchObject({ savedMappingId: null, preview: { rows: [] } })
    const mapping = {
      ...first.mapping,
      kind: 'reviews' as const,
      fields: {
        text: { columns: ['列甲'] },
        reviewedAt: { columns: ['列乙'] },
        score: { columns: ['列丙'] },
      },
    }
    const params = { id: first.uploadId }
    const again = await call(server.app, admin, importRoutes.inspect, {
      params,
      body: { mapping, shop: '青禾' },
    })
    expect(again.preview.rows[1]).toMatchObject({ text: '盖子漏液', score: '1', shop: '青禾' })
    const job = await ended(await start(again, { shop: '青禾' }), ['running', 'analysing'])
    expect(job).toMatchObject({ state: 'done', accepted: 2, rejected: 0 })
    const next = await upload('乙.csv', '列丙,列甲,列乙\n4,味道还行,2026-03-05\n')
    expect(next.savedMappingId).not.toBeNull()
    expect(next).toMatchObject({ kind: 'reviews', preview: { rows: [{ text: '味道还行', score: '4' }] } })
  })

  it('reads the file as the kind or preset that is asked for', async () => {
    const { uploadId, mapping } = await upload(
      '订单.csv',
      '订单编号,订单创建时间,订单付款时间,买家实际支付金额\nA1,2026-03-01 10:00:00,2026-03-01 10:01:00,12.50\n',
    )
    const inspect = (body: object) =>
      call(server.app, admin, importRoutes.inspect, { params: { id: uploadId }, body })
    expect(mapping.preset).toBe('taobao-orders-export')
    expect(await inspect({ kind: 'refunds' })).toMatchObject({ kind: 'refunds' })
    const generic = await inspect({ mapping: { ...mapping, preset: 'generic-orders', fields: {} } })
    expect(generic).toMatchObject({ preset: 'generic-orders', preview: { rows: [{ orderId: 'A1' }] } })
    const back = await inspect({
      mapping: { ...generic.mapping, preset: 'taobao-orders-export', fields: {} },
    })
    expect(back.preview.rows).toMatchObject([{ orderId: 'A1', paidAmount: '12.5' }])
  })

  it('refuses a default time that is none before anything is stored', async () => {
    const inspection = await upload('无时间.csv', '评价内容,评分\n很好用,5\n')
    await expect(start(inspection, { defaultTime: '改天' })).rejects.toThrow(/400.*改天/)
    const job = await ended(await start(inspection, { defaultTime: '2026-03-01' }), ['running', 'analysing'])
    expect(job).toMatchObject({ accepted: 1, quality: { assumedTime: 1 } })
    const { items } = await call(server.app, admin, explorerRoutes.searchReviews, {
      body: { text: '很好用' },
    })
    expect(items[0]?.reviewedAt).toBe('2026-03-01T00:00:02+08:00')
  })
})

it('an import cancelled while it is analysed leaves no rows', async () => {
  const metrics = ['messages', 'conversations', 'mentions']
  const before = await counts(metrics)
  const inspection = await upload('很多.csv', chatFile(600, { spacing: 3_600_000 }))
  const reading = await start(inspection)
  const job = await ended(reading, ['running'])
  const cancelled = call(server.app, admin, importRoutes.cancel, { params: { id: job.id } })
  if (job.state === 'analysing') await cancelled
  expect(await ended(await cancelled, ['cancelling'])).toMatchObject({ state: 'cancelled' })
  const backlog = async () => {
    const { waiting, running } = await server.services.stores.queue.backlog(server.tenantId)
    return waiting + running
  }
  while ((await backlog()) > 0) await sleep(20)
  expect(await counts(metrics)).toEqual(before)
})
