import { importRoutes } from '@kesheng/contracts/http/import.routes'
import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { freshClickhouseDatabase, freshPostgresDatabase } from '@kesheng/testkit/test-servers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatFile } from '../testing/chat-file.ts'
import { call, importText } from '../testing/client.ts'
import { serverForms } from '../testing/server-forms.ts'
import type { TemporaryServer } from '../testing/temporary-server.ts'

for (const form of serverForms({ control: freshPostgresDatabase, facts: freshClickhouseDatabase })) {
  const title = form.skipped === undefined ? form.name : `${form.name}: ${form.skipped}`
  describe.skipIf(form.skipped !== undefined)(title, () => {
    let server: TemporaryServer
    let admin: Record<string, string>
    beforeAll(async () => {
      server = await form.start()
      admin = await server.asRole('admin')
    })
    afterAll(() => server.remove())

    const count = async (headers: Record<string, string>, metric: string): Promise<number> => {
      const { rows } = await call(server.app, headers, insightRoutes.query, { body: { metrics: [metric] } })
      return Number(rows[0]?.[0] ?? 0)
    }

    describe('a file becomes numbers, and the numbers lead back to its sentences', () => {
      it('imports a chat export over HTTP', async () => {
        const job = await importText(server.app, admin, '聊天记录.csv', chatFile(30))
        expect(job).toMatchObject({
          state: 'done',
          kind: 'chats',
          read: 120,
          accepted: 120,
          duplicates: 0,
          rejected: 0,
        })
        expect(await count(admin, 'conversations')).toBe(30)
        expect(await count(admin, 'messages')).toBe(120)
      })

      it('shows exactly the rows behind a number', async () => {
        for (const metric of ['conversations', 'negativeMentions']) {
          const body = { metric, limit: 200 }
          const evidence = await call(server.app, admin, insightRoutes.evidence, { body })
          expect(evidence.total).toBe(await count(admin, metric))
          expect(evidence.items).toHaveLength(Math.min(200, evidence.total))
        }
      })

      it('adds nothing when the same file comes again', async () => {
        const job = await importText(server.app, admin, '聊天记录.csv', chatFile(30))
        expect(job).toMatchObject({ state: 'done', read: 120, accepted: 0, duplicates: 120 })
        expect(await count(admin, 'messages')).toBe(120)
      })

      it('finds Chinese words and opens the conversation', async () => {
        const body = { text: '敏感肌' }
        const found = await call(server.app, admin, explorerRoutes.searchConversations, { body })
        expect(found.total).toBeGreaterThan(0)
        const id = found.items[0]?.conversationId ?? ''
        const opened = await call(server.app, admin, explorerRoutes.conversation, { params: { id } })
        expect(opened.messages).toHaveLength(4)
      })

      it('keeps rows of shops apart by scope', async () => {
        const shops = await call(server.app, admin, insightRoutes.dimensionValues, {
          params: { id: 'shop' },
          query: {},
        })
        const shop = shops.values.find((one) => one.value.endsWith('青禾旗舰店'))?.value ?? ''
        const ofShop = await server.asRole('manager', server.tenantId, { shopIds: [shop] })
        expect(await count(ofShop, 'conversations')).toBe(15)
        const elsewhere = await server.asRole('manager', server.tenantId, { shopIds: ['jd/没有这家店'] })
        expect(await count(elsewhere, 'conversations')).toBe(0)
        expect(await count(await server.asRole('manager'), 'conversations')).toBe(0)
      })

      it('gives rejected rows back as CSV', async () => {
        const text = `${chatFile(2)}不是时间,青禾旗舰店,买家9,小禾,买家,你好,s9\n`
        const job = await importText(server.app, admin, '有坏行.csv', text)
        expect(job.rejected).toBe(1)
        const url = `/api/v1/imports/${job.id}/rejects.csv`
        const answer = await server.app.inject({ url, headers: admin })
        expect(answer.headers['content-type']).toContain('text/csv')
        const [header, row] = answer.body.split('\r\n')
        expect(header).toBe('\uFEFFline,field,value,reason,remedy')
        expect(row).toMatch(/^10,sentAt,不是时间,/)
      })

      it('does not let another workspace see any of it', async () => {
        const other = await server.addTenant('另一家')
        const stranger = await server.asRole('admin', other)
        expect(await count(stranger, 'messages')).toBe(0)
        const { imports } = await call(server.app, stranger, importRoutes.list, {})
        expect(imports).toEqual([])
        const { sources } = await call(server.app, stranger, dataRoutes.catalogue, {})
        expect(sources).toEqual([])
        const own = await call(server.app, admin, importRoutes.list, {})
        const id = own.imports[0]?.id ?? ''
        for (const path of [`imports/${id}`, `imports/${id}/rejects.csv`]) {
          const answer = await server.app.inject({ url: `/api/v1/${path}`, headers: stranger })
          expect(answer.statusCode).toBe(404)
        }
        const found = await call(server.app, admin, explorerRoutes.searchConversations, { body: {} })
        const url = `/api/v1/conversations/${found.items[0]?.conversationId ?? ''}`
        expect((await server.app.inject({ url, headers: stranger })).statusCode).toBe(404)
        expect((await server.app.inject({ url, headers: admin })).statusCode).toBe(200)
      })
    })

    const intake = async (headers: Record<string, string>, payload: object) =>
      server.app.inject({ method: 'POST', url: '/api/v1/intake/reviews', headers, payload })

    describe('real-time intake', () => {
      const rows = [
        {
          text: '面霜很滋润，物流也快',
          reviewedAt: '2026-10-02 10:00:00',
          score: 5,
          buyer: 'a',
          shop: '青禾旗舰店',
        },
        {
          text: '用了过敏，脸很红',
          reviewedAt: '2026-10-02 11:00:00',
          score: 1,
          buyer: 'b',
          shop: '青禾旗舰店',
        },
        { text: '没有时间的一条', score: 3 },
      ]
      it('asks for an idempotency key', async () => {
        const answer = await intake(await server.asApiKey(['data.import']), { rows })
        expect(answer.statusCode).toBe(400)
        expect(answer.json()).toMatchObject({
          code: 'InvalidInput',
          issues: [{ path: 'headers.idempotency-key' }],
        })
      })

      it('stores a batch once, however often it is sent', async () => {
        const key = await server.asApiKey(['data.import'])
        const headers = { ...key, 'idempotency-key': 'batch-1' }
        const first = (await intake(headers, { rows })).json() as { batchId: string; accepted: number }
        expect(first).toMatchObject({ accepted: 2, rejected: 1, replayed: false })
        const second = await intake(headers, { rows })
        expect(second.json()).toMatchObject({ batchId: first.batchId, accepted: 2, replayed: true })
        const other = await intake(headers, { rows: rows.slice(0, 1) })
        expect(other.statusCode).toBe(409)

        const done = async () => call(server.app, key, importRoutes.batch, { params: { id: first.batchId } })
        while ((await done()).state === 'accepted') await new Promise((resolve) => setTimeout(resolve, 50))
        expect(await done()).toMatchObject({ state: 'done', accepted: 2, duplicates: 0, rejected: 1 })
        expect(await count(admin, 'reviews')).toBe(2)
      })
    })
  })
}
