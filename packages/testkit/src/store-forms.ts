import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStores, type Stores } from '@kesheng/storage/open-stores'
import { quietLog } from './quiet-log.ts'
import { freshClickhouseDatabase, freshPostgresDatabase } from './test-servers.ts'

interface OpenedForm {
  stores: Stores
  /** The stores as a second process has them; the same ones where only one process may be. */
  beside(): Promise<Stores>
  close(): Promise<void>
}

/** One form in which the stores can be had: embedded, or on the servers that the environment names. */
export interface StoreForm {
  name: string
  open(): Promise<OpenedForm>
  /** Why this form cannot be had here. */
  skipped?: string
}

/** A directory for one suite. */
export function temporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kesheng-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const embedded: StoreForm = {
  name: 'embedded',
  async open() {
    const directory = temporaryDirectory()
    const stores = await openStores({ dataDir: directory.path, log: quietLog })
    return {
      stores,
      beside: async () => stores,
      async close() {
        await stores.close()
        directory.remove()
      },
    }
  },
}

function servers(databaseUrl: string, clickhouseUrl: string): StoreForm {
  return {
    name: 'on servers',
    async open() {
      const directory = temporaryDirectory()
      const database = await freshPostgresDatabase(databaseUrl)
      const clickhouse = await freshClickhouseDatabase(clickhouseUrl)
      const opened: Stores[] = []
      const beside = async () => {
        const stores = await openStores({
          dataDir: directory.path,
          databaseUrl: database.url,
          clickhouseUrl: clickhouse.url,
          log: quietLog,
        })
        opened.push(stores)
        return stores
      }
      return {
        stores: await beside(),
        beside,
        async close() {
          await Promise.all(opened.map((stores) => stores.close()))
          await database.drop()
          await clickhouse.drop()
          directory.remove()
        },
      }
    },
  }
}

/** Both forms; the servers are those of KESHENG_TEST_DATABASE_URL and KESHENG_TEST_CLICKHOUSE_URL. */
export function storeForms(environment: NodeJS.ProcessEnv = process.env): StoreForm[] {
  const { KESHENG_TEST_DATABASE_URL: databaseUrl, KESHENG_TEST_CLICKHOUSE_URL: clickhouseUrl } = environment
  if (databaseUrl !== undefined && clickhouseUrl !== undefined)
    return [embedded, servers(databaseUrl, clickhouseUrl)]
  const skipped = 'KESHENG_TEST_DATABASE_URL and KESHENG_TEST_CLICKHOUSE_URL are not both set'
  return [embedded, { ...embedded, name: 'on servers', skipped }]
}
