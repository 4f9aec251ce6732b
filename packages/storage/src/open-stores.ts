import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RangeLock } from '@kesheng/core/conversations/range-lock'
import type { FactStore } from '@kesheng/core/facts/ports'
import type { ImportRepository, IntakeRepository } from '@kesheng/core/intake/ports'
import type { PeopleRepository } from '@kesheng/core/people/ports'
import type { JobQueue } from '@kesheng/core/queue/ports'
import type { Sealer, WorkspaceRepository } from '@kesheng/core/workspace/ports'
import type { PoolConfig } from 'pg'
import { openControlStore, type OpenControlStore } from './control/open-control-store.ts'
import { startEmbeddedClickhouse } from './engines/embedded-clickhouse.ts'
import { startEmbeddedPostgres } from './engines/embedded-postgres.ts'
import { factDatabase } from './engines/clickhouse-config.ts'
import { parseClickhouseUrl, type ClickhouseEndpoint } from './facts/clickhouse-endpoint.ts'
import { openFactStore, type OpenFactStore } from './facts/open-fact-store.ts'
import type { Log } from './log.ts'
import { readOrMakeSecretKey } from './secrets/secret-key.ts'
import { createSealer } from './secrets/sealer.ts'

export interface OpenStoresOptions {
  /** Where embedded engines keep their files, and the secret key. */
  dataDir: string
  /** `postgres://…` of a server; embedded when absent. */
  databaseUrl?: string | undefined
  /** `http://user:password@host:8123/database` of a server; embedded when absent. */
  clickhouseUrl?: string | undefined
  /** 32 bytes; read from or made in the data directory when absent. */
  secretKey?: Buffer | undefined
  log: Log
}

export interface StoreHealth {
  status: 'ok' | 'down'
  form: 'embedded' | 'server'
  /** Version of the engine; empty while it is down. */
  version: string
}

export interface Stores {
  facts: FactStore
  imports: ImportRepository
  intake: IntakeRepository
  people: PeopleRepository
  workspaces: WorkspaceRepository
  queue: JobQueue
  /** Holds among all processes that use the same control store. */
  lock: RangeLock
  sealer: Sealer
  health(): Promise<Record<'facts' | 'control', StoreHealth>>
  close(): Promise<void>
}

interface Opened<T> {
  store: T
  form: StoreHealth['form']
  close(): Promise<void>
}

/** Starts or connects to both stores and brings them up to date. */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sealer = createSealer(options.secretKey ?? readOrMakeSecretKey(dataDir))
  const [control, facts] = await both(
    openControl({ ...options, dataDir }),
    openFacts({ ...options, dataDir }),
  )
  const { imports, intake, people, workspaces, queue, lock } = control.store
  return {
    facts: facts.store.facts,
    imports,
    intake,
    people,
    workspaces,
    queue,
    lock,
    sealer,
    async health() {
      const [factHealth, controlHealth] = await Promise.all([healthOf(facts), healthOf(control)])
      return { facts: factHealth, control: controlHealth }
    },
    async close() {
      // The queue first: its jobs write facts.
      await control.close()
      await facts.close()
    },
  }
}

/** Opens both at once; when one fails, the other is closed again. */
async function both<A extends Opened<unknown>, B extends Opened<unknown>>(
  first: Promise<A>,
  second: Promise<B>,
): Promise<[A, B]> {
  const results = await Promise.allSettled([first, second])
  const [a, b] = results
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value]
  for (const result of results) if (result.status === 'fulfilled') await result.value.close()
  throw a.status === 'rejected' ? a.reason : (b as PromiseRejectedResult).reason
}

async function openControl(options: OpenStoresOptions): Promise<Opened<OpenControlStore>> {
  const { databaseUrl, log } = options
  if (databaseUrl !== undefined) {
    return opened(
      await openControlStore({ connection: { connectionString: databaseUrl }, exclusive: false, log }),
      'server',
    )
  }
  const engine = await startEmbeddedPostgres(options)
  const connection: PoolConfig = { ...engine.connection }
  return onEngine(engine, () => openControlStore({ connection, exclusive: true, log }))
}

async function openFacts(options: OpenStoresOptions): Promise<Opened<OpenFactStore>> {
  const { clickhouseUrl } = options
  if (clickhouseUrl !== undefined)
    return opened(await openFactStore(parseClickhouseUrl(clickhouseUrl)), 'server')
  const engine = await startEmbeddedClickhouse(options)
  const endpoint: ClickhouseEndpoint = {
    url: new URL(engine.url).origin,
    database: factDatabase,
    username: engine.username,
    password: engine.password,
    reader: { username: engine.readerUsername, password: engine.readerPassword },
  }
  return onEngine(engine, () => openFactStore(endpoint))
}

function opened<T extends { close(): Promise<void> }>(store: T, form: StoreHealth['form']): Opened<T> {
  return { store, form, close: () => store.close() }
}

/** Opens a store on an engine of our own; the engine stops with it, or at once when opening fails. */
async function onEngine<T extends { close(): Promise<void> }>(
  engine: { stop(): Promise<void> },
  open: () => Promise<T>,
): Promise<Opened<T>> {
  try {
    const store = await open()
    return {
      store,
      form: 'embedded',
      async close() {
        await store.close()
        await engine.stop()
      },
    }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

async function healthOf(opened: Opened<{ version(): Promise<string> }>): Promise<StoreHealth> {
  try {
    return { status: 'ok', form: opened.form, version: await opened.store.version() }
  } catch {
    return { status: 'down', form: opened.form, version: '' }
  }
}
