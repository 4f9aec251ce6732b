import { randomBytes } from 'node:crypto'
import { ControlDatabase } from '@kesheng/storage/control/control-database'
import { ClickhouseConnection } from '@kesheng/storage/facts/clickhouse-connection'
import { parseClickhouseUrl } from '@kesheng/storage/facts/clickhouse-endpoint'
import { quietLog } from './quiet-log.ts'

interface FreshDatabase {
  /** Address of an empty database made for one suite. */
  url: string
  drop(): Promise<void>
}

function freshName(): string {
  return `kesheng_test_${randomBytes(6).toString('hex')}`
}

/** An empty database on the PostgreSQL server of `serverUrl`, so that suites do not meet. */
export async function freshPostgresDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = freshName()
  const administrator = new ControlDatabase({ connectionString: serverUrl }, quietLog)
  await administrator.pool.query(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await administrator.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await administrator.close()
    },
  }
}

/** An empty database on the ClickHouse server of `serverUrl`. */
export async function freshClickhouseDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = freshName()
  const administrator = new ClickhouseConnection(parseClickhouseUrl(serverUrl))
  await administrator.write({ sql: `CREATE DATABASE ${name} ENGINE = Atomic` })
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await administrator.write({ sql: `DROP DATABASE IF EXISTS ${name}` })
      await administrator.close()
    },
  }
}
