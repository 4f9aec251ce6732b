import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ControlDatabase } from '@kesheng/storage/control/control-database'
import { startEmbeddedClickhouse } from '@kesheng/storage/engines/embedded-clickhouse'
import { quietLog } from './quiet-log.ts'

/** Addresses of servers for tests: what KESHENG_TEST_DATABASE_URL and KESHENG_TEST_CLICKHOUSE_URL take. */
export interface TestServers {
  databaseUrl: string
  clickhouseUrl: string
  stop(): Promise<void>
}

/** PostgreSQL refuses root: then it runs as nobody. */
const unprivilegedUser = 65_534

/**
 * Starts Debian's PostgreSQL and a listening ClickHouse engine apart from any application, in a temporary directory:
 * the stores then meet them as servers.
 */
export async function startServers(): Promise<TestServers> {
  const directory = mkdtempSync(join(tmpdir(), 'kesheng-servers-'))
  chmodSync(directory, 0o711)
  const postgres = await startPostgresServer(join(directory, 'postgresql'))
  const clickhouse = await startEmbeddedClickhouse({
    dataDir: directory,
    log: quietLog,
    // Each suite makes a database of its own.
    databases: 'kesheng*',
  })
  const url = new URL(clickhouse.url)
  url.username = clickhouse.username
  url.password = clickhouse.password
  return {
    databaseUrl: postgres.url,
    clickhouseUrl: url.href,
    async stop() {
      await Promise.all([postgres.stop(), clickhouse.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** `/usr/lib/postgresql/<version>/bin` of the newest installed version; null when there is none. */
export function debianPostgres(root = '/usr/lib/postgresql'): string | null {
  if (!existsSync(root)) return null
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  const binaries = versions.map((version) => join(root, version, 'bin'))
  return binaries.find((path) => existsSync(join(path, 'postgres'))) ?? null
}

async function startPostgresServer(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  const binaries = debianPostgres()
  if (binaries === null)
    throw new Error('no PostgreSQL server under /usr/lib/postgresql: apt-get install postgresql')
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: unprivilegedUser, gid: unprivilegedUser } : {}
  mkdirSync(directory, { mode: 0o700 })
  if (asRoot) chownSync(directory, unprivilegedUser, unprivilegedUser)
  const data = join(directory, 'data')
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'kesheng', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${directory}`,
    'fsync=off',
  ]
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    },
  )
  const url = `postgres://kesheng@127.0.0.1:${port}/postgres`
  await answering(url)
  return { url, stop: () => ended(server, 'SIGINT') }
}

async function answering(url: string): Promise<void> {
  const database = new ControlDatabase({ connectionString: url }, quietLog)
  await database.run((connection) => connection.execute('SELECT 1'))
  await database.close()
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  while (child.exitCode === null && child.signalCode === null) await sleep(20)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
