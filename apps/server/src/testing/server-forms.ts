import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeIn, startTemporaryServer, type TemporaryServer } from './temporary-server.ts'

/** A way to run the product; the same tests hold for each. */
export interface ServerForm {
  name: string
  /** Why this form cannot be had here. */
  skipped?: string
  start(): Promise<TemporaryServer>
}

interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** Makes an empty database on a server, so that suites do not meet. */
export interface FreshDatabases {
  control(serverUrl: string): Promise<FreshDatabase>
  facts(serverUrl: string): Promise<FreshDatabase>
}

const embedded: ServerForm = {
  name: 'one process with embedded engines',
  start: async () => {
    const server = await startTemporaryServer()
    await server.startWorkers()
    return server
  },
}

/** One process answers requests, another does the work; they share nothing but the stores and the secret key. */
async function startOnServers(
  fresh: FreshDatabases,
  databaseUrl: string,
  clickhouseUrl: string,
): Promise<TemporaryServer> {
  const database = await fresh.control(databaseUrl)
  const clickhouse = await fresh.facts(clickhouseUrl)
  const environment = {
    KESHENG_DATABASE_URL: database.url,
    KESHENG_CLICKHOUSE_URL: clickhouse.url,
    KESHENG_SECRET_KEY: randomBytes(32).toString('hex'),
  }
  const api = await startTemporaryServer(undefined, environment)
  const workerDir = mkdtempSync(join(tmpdir(), 'kesheng-worker-'))
  const worker = await composeIn(workerDir, environment)
  await api.startWorkers('api')
  await worker.startWorkers('worker')
  return {
    ...api,
    remove: async () => {
      await worker.close()
      rmSync(workerDir, { recursive: true, force: true })
      await api.remove()
      await database.drop()
      await clickhouse.drop()
    },
  }
}

/** Both forms; the servers are those of KESHENG_TEST_DATABASE_URL and KESHENG_TEST_CLICKHOUSE_URL. */
export function serverForms(
  fresh: FreshDatabases,
  environment: NodeJS.ProcessEnv = process.env,
): ServerForm[] {
  const { KESHENG_TEST_DATABASE_URL: databaseUrl, KESHENG_TEST_CLICKHOUSE_URL: clickhouseUrl } = environment
  const name = 'api and worker apart, on servers'
  if (databaseUrl !== undefined && clickhouseUrl !== undefined)
    return [embedded, { name, start: () => startOnServers(fresh, databaseUrl, clickhouseUrl) }]
  const skipped = 'KESHENG_TEST_DATABASE_URL and KESHENG_TEST_CLICKHOUSE_URL are not both set'
  return [embedded, { ...embedded, name, skipped }]
}
