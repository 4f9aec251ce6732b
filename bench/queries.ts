// Overview and search over a loaded data directory, against the same statements sent straight to the engine.
//   node --import tsx bench/queries.ts DATA_DIR [--runs 20] [--json]
import { parseArgs } from 'node:util'
import { queryRequest } from '@kesheng/contracts/metrics/query'
import type { Statement } from '@kesheng/core/facts/ports'
import { searchConversations } from '@kesheng/core/explorer/search-conversations'
import { runQuery } from '@kesheng/core/metrics/run'
import type { Stores } from '@kesheng/storage/open-stores'
import { summary, timed } from './lib/measure.ts'
import { overviewQueries } from './lib/overview.ts'
import { openBenchStores } from './lib/stores.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
})
const [dataDir = '.kesheng'] = positionals
const runs = Number(values.runs)
const { stores, scope, timezone } = await openBenchStores(dataDir)
const context = { now: Date.now(), timezone, clock: () => performance.now() }

/** Keeps the statements that pass through, so that they can be repeated without the product around them. */
function recording(facts: Stores['facts'], statements: Statement[]): Pick<Stores['facts'], 'query'> {
  return {
    query: (statement, options) => {
      statements.push(statement)
      return facts.query(statement, options)
    },
  }
}

/** The product and the raw statements in turn, so that a drifting machine touches both alike. */
async function compare(product: (facts: Pick<Stores['facts'], 'query'>) => Promise<unknown>) {
  const statements: Statement[] = []
  await product(recording(stores.facts, statements))
  const ours: number[] = []
  const raw: number[] = []
  for (let run = 0; run < runs; run++) {
    ours.push(await timed(() => product(stores.facts)))
    raw.push(await timed(() => Promise.all(statements.map((statement) => stores.facts.query(statement)))))
  }
  const measured = { product: summary(ours), raw: summary(raw) }
  return { ...measured, ratio: Number((measured.product.p50 / measured.raw.p50).toFixed(2)) }
}

const overview = (days: number) => (facts: Pick<Stores['facts'], 'query'>) =>
  Promise.all(
    Object.values(overviewQueries(days)).map((query) =>
      runQuery({ facts }, queryRequest.parse(query), scope, context),
    ),
  )
const search = (text: string) => (facts: Pick<Stores['facts'], 'query'>) =>
  searchConversations(
    { facts },
    { text, filters: [], timeRange: {}, ownership: ['own'], limit: 50, offset: 0, sort: 'newest' },
    scope,
    context,
  )

const [size] = await stores.facts.query<{ messages: number }>({
  sql: 'SELECT toUInt32(count()) AS messages FROM fact_message_v1 WHERE tenant_id = {tenant:String}',
  params: { tenant: scope.tenantId },
})
const results = {
  'overview, 30 days, all tiles at once': await compare(overview(30)),
  'overview, 90 days': await compare(overview(90)),
  'search 过敏 退货, latest 50': await compare(search('过敏 退货')),
  'search 物流, latest 50': await compare(search('物流')),
  'search 退 (one character)': await compare(search('退')),
}
if (values.json) console.log(JSON.stringify({ messages: size?.messages, runs, results }))
else {
  console.log(`${size?.messages} messages, ${runs} runs, milliseconds`)
  for (const [name, { product, raw, ratio }] of Object.entries(results))
    console.log(
      `${name}: p50 ${product.p50}, p95 ${product.p95}; engine alone p50 ${raw.p50}; ratio ${ratio}`,
    )
}
await stores.close()
