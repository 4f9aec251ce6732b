import { factTables } from '@kesheng/contracts/facts/all'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import type { FactStore } from '@kesheng/core/facts/ports'
import { ClickhouseConnection } from './clickhouse-connection.ts'
import type { ClickhouseEndpoint } from './clickhouse-endpoint.ts'
import { ClickhouseFactStore } from './clickhouse-fact-store.ts'
import { migrateFacts } from './migrate-facts.ts'

export interface OpenFactStore {
  facts: FactStore
  /** Version of the engine; throws when it is away. */
  version(): Promise<string>
  close(): Promise<void>
}

/** Connects to a fact store and brings its tables up to date. */
export async function openFactStore(endpoint: ClickhouseEndpoint): Promise<OpenFactStore> {
  const connection = new ClickhouseConnection(endpoint)
  try {
    await migrateFacts(connection, factTables as unknown as readonly FactTable[])
  } catch (error) {
    await connection.close()
    throw error
  }
  return {
    facts: new ClickhouseFactStore(connection),
    async version() {
      return (await connection.read({ sql: 'SELECT version() FORMAT TSV', maxSeconds: 5 })).trim()
    },
    close: () => connection.close(),
  }
}
