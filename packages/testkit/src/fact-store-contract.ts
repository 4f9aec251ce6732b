import { randomUUID } from 'node:crypto'
import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import { messageFact, type MessageRow } from '@kesheng/contracts/facts/message'
import type { FactStore, Statement } from '@kesheng/core/facts/ports'
import { describe, expect, it } from 'vitest'
import { describeForm } from './describe-form.ts'
import { sampleRows } from './fact-rows.ts'
import type { StoreForm } from './store-forms.ts'

const day = 20_454
const noon = day * 86_400_000 + 43_200_000

/** What every fact store has to do, whatever engine it is on. */
export function factStoreContract(form: StoreForm): void {
  describeForm('fact store', form, (stores) => {
    const facts: FactStore = {
      insert: (table, rows, token) => stores().facts.insert(table, rows, token),
      query: (statement, options) => stores().facts.query(statement, options),
      read: (table, condition, options) => stores().facts.read(table, condition, options),
      remove: (table, condition) => stores().facts.remove(table, condition),
    }

    describe.each(factTables.map((table) => table as unknown as FactTable))('$table', (table) => {
      it('gives back every column as it was stored', async () => {
        const tenantId = randomUUID()
        const rows = sampleRows(table, { tenantId, deleted: false, version: 1 }, { seed: 7, count: 50 })
        await facts.insert(table, rows, randomUUID())
        const found = await facts.read(table, ofTenant(tenantId))
        expect(byKey(table, found)).toEqual(byKey(table, rows))
      })
    })

    it('stores rows sent twice with one token once', async () => {
      const { tenantId, rows } = messages(20)
      const token = randomUUID()
      await facts.insert(messageFact, rows, token)
      await facts.insert(messageFact, rows, token)
      expect(await storedCount(facts, tenantId)).toBe(20)
    })

    it('stores the batches of different tokens each, even when their rows are the same', async () => {
      const { tenantId, rows } = messages(5)
      await facts.insert(messageFact, rows, randomUUID())
      await facts.insert(messageFact, rows, randomUUID())
      expect(await facts.read(messageFact, ofTenant(tenantId))).toHaveLength(5)
    })

    it('reads the newest version of a row and hides deleted ones', async () => {
      const { tenantId, rows } = messages(3)
      await facts.insert(messageFact, rows, randomUUID())
      const [first, second] = rows as [MessageRow, MessageRow, MessageRow]
      const changes = [
        { ...first, text: '改过的', version: 2 },
        { ...second, deleted: true, version: 2 },
      ]
      await facts.insert(messageFact, changes, randomUUID())
      const found = await facts.read(messageFact, ofTenant(tenantId), {
        orderBy: 'position',
        columns: ['position', 'text'],
      })
      expect(found).toEqual([
        { position: 0, text: '改过的' },
        { position: 2, text: rows[2]!.text },
      ])
    })

    it('keeps an older version from replacing a newer one', async () => {
      const { tenantId, rows } = messages(1)
      await facts.insert(messageFact, [{ ...rows[0]!, text: 'new', version: 9 }], randomUUID())
      await facts.insert(messageFact, [{ ...rows[0]!, text: 'old', version: 8 }], randomUUID())
      const found = await facts.read(messageFact, ofTenant(tenantId), { columns: ['text'] })
      expect(found).toEqual([{ text: 'new' }])
    })

    it('orders and limits reads', async () => {
      const { tenantId, rows } = messages(10)
      await facts.insert(messageFact, rows, randomUUID())
      const found = await facts.read(messageFact, ofTenant(tenantId), {
        columns: ['position'],
        orderBy: 'sentAt DESC, messageId',
        limit: 3,
      })
      expect(found.map((row) => row.position)).toEqual([9, 8, 7])
    })

    it('takes a set of two thousand ids as one parameter', async () => {
      const { tenantId, rows } = messages(4)
      await facts.insert(messageFact, rows, randomUUID())
      const ids = [...rows.map((row) => row.messageId), ...Array.from({ length: 1_996 }, () => randomUUID())]
      const found = await facts.read(messageFact, {
        sql: 'tenant_id = {tenantId:String} AND message_id IN {ids:Array(UUID)}',
        params: { tenantId, ids },
      })
      expect(found).toHaveLength(4)
    })

    it('removes what meets a condition and nothing else', async () => {
      const { tenantId, rows } = messages(10)
      await facts.insert(messageFact, rows, randomUUID())
      await facts.remove(messageFact as unknown as FactTable, {
        sql: 'tenant_id = {tenantId:String} AND position < {position:UInt32}',
        params: { tenantId, position: 4 },
      })
      const found = await facts.read(messageFact, ofTenant(tenantId), {
        columns: ['position'],
        orderBy: 'position',
      })
      expect(found.map((row) => row.position)).toEqual([4, 5, 6, 7, 8, 9])
    })

    it('answers statements with numbers, epoch milliseconds, dates as text and lists', async () => {
      const rows = await facts.query({
        sql: `SELECT {count:UInt64} AS count, fromUnixTimestamp64Milli({at:Int64}, 'Asia/Shanghai') AS at,
                toDateTime(1700000000, 'Asia/Shanghai') AS hour, toDate('2026-01-01') AS day, {names:Array(String)} AS names,
                CAST(NULL, 'Nullable(DateTime64(3))') AS never, 1.5 AS ratio, true AS flag`,
        params: { count: 42, at: noon + 7, names: ["it's", '引号"', 'a\\b'] },
      })
      expect(rows).toEqual([
        {
          count: 42,
          at: noon + 7,
          hour: 1_700_000_000_000,
          day: '2026-01-01',
          names: ["it's", '引号"', 'a\\b'],
          never: null,
          ratio: 1.5,
          flag: true,
        },
      ])
    })

    it('answers with an empty list when nothing is found', async () => {
      expect(await facts.query({ sql: 'SELECT 1 AS one WHERE false', params: {} })).toEqual([])
    })

    it('finds Chinese words through the index of pairs', async () => {
      const { tenantId, rows } = messages(3)
      const texts = ['包装破损了，想退货', '发货很快', '货退了没有']
      const written = rows.map((row, index) => Object.assign(row, { text: texts[index]! }))
      await facts.insert(messageFact, written, randomUUID())
      const found = await facts.query<{ text: string }>({
        sql: 'SELECT text FROM fact_message_v1 FINAL WHERE tenant_id = {tenantId:String} AND hasAllTokens(text, {words:Array(String)})',
        params: { tenantId, words: ['退货'] },
      })
      expect(found).toEqual([{ text: texts[0] }])
    })

    it('refuses to change anything in a query', async () => {
      const { tenantId, rows } = messages(1)
      await facts.insert(messageFact, rows, randomUUID())
      for (const sql of ['DROP TABLE fact_message_v1', 'TRUNCATE TABLE fact_message_v1']) {
        await expect(facts.query({ sql, params: {} })).rejects.toMatchObject({ code: 'Bug' })
      }
      expect(await storedCount(facts, tenantId)).toBe(1)
    })

    it('names a query that takes too long', async () => {
      const slow: Statement = {
        sql: 'SELECT count() AS n FROM numbers(100000000000) WHERE sipHash64(number) = 1',
        params: {},
      }
      await expect(facts.query(slow, { maxSeconds: 1 })).rejects.toMatchObject({ code: 'Unavailable' })
    })

    it('stops waiting when the caller gives up', async () => {
      const slow: Statement = {
        sql: 'SELECT count() AS n FROM numbers(100000000000) WHERE sipHash64(number) = 1',
        params: {},
      }
      const controller = new AbortController()
      const query = facts.query(slow, { signal: controller.signal, maxSeconds: 20 })
      const refused = expect(query).rejects.toThrow(/called off/i)
      setTimeout(() => controller.abort(), 100)
      await refused
    })
  })
}

function ofTenant(tenantId: string): Statement {
  return { sql: 'tenant_id = {tenantId:String}', params: { tenantId } }
}

/** Messages of one tenant and one day, in order. */
function messages(count: number): { tenantId: string; rows: MessageRow[] } {
  const tenantId = randomUUID()
  const rows = sampleRows(messageFact, { tenantId, day, deleted: false, version: 1 }, { seed: 11, count })
  return {
    tenantId,
    rows: rows.map((row, index) => Object.assign(row, { position: index, sentAt: noon + index })),
  }
}

/** Rows that are really there, old versions included. */
async function storedCount(facts: FactStore, tenantId: string): Promise<number> {
  const [row] = await facts.query<{ count: number }>({
    sql: 'SELECT count() AS count FROM fact_message_v1 WHERE tenant_id = {tenantId:String}',
    params: { tenantId },
  })
  return row!.count
}

function byKey(table: FactTable, rows: readonly object[]): Map<string, object> {
  return new Map(
    rows.map((row) => [
      JSON.stringify(table.orderBy.map((name) => (row as Record<string, unknown>)[name])),
      row,
    ]),
  )
}
