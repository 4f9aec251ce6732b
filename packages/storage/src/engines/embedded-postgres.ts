import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unavailable } from '@kesheng/core/errors/errors'
import { Client } from 'pg'
import type { Log } from '../log.ts'
import { lockDirectory } from './directory-lock.ts'
import { OutputTail } from './output-tail.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { endLeftoverServer } from './postgres-leftover.ts'
import { Supervisor } from './supervisor.ts'
import { makeParentsTraversable } from './traversable.ts'

export interface PostgresConnection {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export interface EmbeddedPostgres {
  /** For `pg`; stays the same over restarts. */
  connection: PostgresConnection
  /** Process id of the server at the moment; changes with each restart. */
  processId(): number | undefined
  stop(): Promise<void>
}

interface Places {
  data: string
  sockets: string
  temporarySockets: boolean
  passwordFile: string
}

/** PostgreSQL refuses root; nobody's id is free to use on every Linux. */
const unprivilegedUser = 65_534
/** A socket path may have 107 bytes; the file name `/.s.PGSQL.5432` takes 14 of them. */
const longestSocketDirectory = 90
const startMilliseconds = 60_000

/** Starts a PostgreSQL of its own in `<dataDir>/postgres`, reachable through a socket only, and keeps it running. */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  log: Log
}): Promise<EmbeddedPostgres> {
  const { log } = options
  const directory = resolve(options.dataDir, 'postgres')
  const serverUser = process.getuid?.() === 0 ? unprivilegedUser : null
  mkdirSync(directory, { recursive: true, mode: serverUser === null ? 0o700 : 0o711 })
  const lock = lockDirectory(`${directory}.lock`)
  try {
    const places = preparePlaces(directory, serverUser)
    if (serverUser !== null) makeParentsTraversable(places.data, log)
    const binaries = postgresBinaries(join(directory, 'engine'), serverUser)
    if (!existsSync(places.data)) await initialise(binaries.initdb, places, serverUser)
    await endLeftoverServer(places.data, log)
    const connection = {
      host: places.sockets,
      port: 5432,
      user: 'kesheng',
      password: readFileSync(places.passwordFile, 'utf8'),
      database: 'kesheng',
    }
    const output = new OutputTail()
    const supervisor = new Supervisor({
      name: 'PostgreSQL',
      log,
      spawn() {
        const child = startServer(binaries.postgres, places, serverUser)
        output.follow(child)
        return child
      },
      ready: (child) => waitUntilReady(child, connection, output),
      end: (child) => child.kill('SIGINT'),
    })
    await supervisor.start()
    return {
      connection,
      processId: () => supervisor.processId,
      async stop() {
        await supervisor.stop()
        if (places.temporarySockets) rmSync(places.sockets, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function preparePlaces(directory: string, serverUser: number | null): Places {
  const besideData = join(directory, 'sockets')
  const temporarySockets = Buffer.byteLength(besideData) > longestSocketDirectory
  if (!temporarySockets) mkdirSync(besideData, { recursive: true, mode: 0o700 })
  const sockets = temporarySockets ? mkdtempSync(join(tmpdir(), 'kesheng-')) : besideData
  if (serverUser !== null) chownSync(sockets, serverUser, serverUser)
  return {
    data: join(directory, 'data'),
    sockets,
    temporarySockets,
    passwordFile: join(directory, 'password'),
  }
}

/** Creates the cluster aside and moves it into place, so that an interrupted first start leaves nothing half made. */
async function initialise(initdb: string, places: Places, serverUser: number | null): Promise<void> {
  const unfinished = `${places.data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  const givenPassword = join(places.sockets, 'initial-password')
  writeFileSync(places.passwordFile, password, { mode: 0o600 })
  writeFileSync(givenPassword, password, { mode: 0o600 })
  if (serverUser !== null)
    for (const path of [unfinished, givenPassword]) chownSync(path, serverUser, serverUser)
  const child = spawn(
    initdb,
    [
      '-D',
      unfinished,
      '-U',
      'kesheng',
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--pwfile=${givenPassword}`,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      ...asUser(serverUser),
      env: { PATH: process.env['PATH'] ?? '' },
    },
  )
  const output = new OutputTail()
  output.follow(child)
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  rmSync(givenPassword, { force: true })
  if (code !== 0) throw initialisationFailure(output.text())
  renameSync(unfinished, places.data)
}

function initialisationFailure(output: string): Error {
  if (!output.includes('could not look up effective user ID')) {
    return new Error(`PostgreSQL could not create its data directory: ${output}`)
  }
  return unavailable({
    message: {
      zh: '当前用户在 /etc/passwd 中没有条目，内置 PostgreSQL 无法初始化',
      en: 'The embedded PostgreSQL cannot start: the current user has no entry in /etc/passwd',
    },
    remedy: {
      zh: '请以有条目的用户（或 root）运行，或设置 KESHENG_DATABASE_URL',
      en: 'Run as a user that has one (or as root), or set KESHENG_DATABASE_URL',
    },
    cause: new Error(output),
  })
}

/**
 * A watcher shell waits for the end of its standard input (a pipe held by the application) and then asks the server
 * to shut down: the server does not outlive an application that was killed.
 */
const endWithParent = `exec 3<&0
server=$$
(cat <&3 >/dev/null; kill -INT "$server") >/dev/null 2>&1 &
exec "$@" 3<&- </dev/null`

function startServer(postgres: string, places: Places, serverUser: number | null): ChildProcess {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${places.sockets}`,
    'unix_socket_permissions=0700',
    'max_connections=100',
    'shared_buffers=64MB',
    'max_wal_size=512MB',
    'timezone=UTC',
  ]
  const args = ['-D', places.data, ...settings.flatMap((setting) => ['-c', setting])]
  return spawn('/bin/sh', ['-c', endWithParent, 'sh', postgres, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    cwd: '/',
    ...asUser(serverUser),
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
  })
}

function asUser(user: number | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user, gid: user }
}

/** Waits until the server answers and the database exists. */
async function waitUntilReady(
  child: ChildProcess,
  connection: PostgresConnection,
  output: OutputTail,
): Promise<void> {
  const deadline = performance.now() + startMilliseconds
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw startFailure(output.text())
    const answer = await createDatabase(connection)
    if (answer === 'ok') return
    if (performance.now() > deadline) throw startFailure(`${answer}\n${output.text()}`)
    await sleep(20)
  }
}

function startFailure(output: string): Error {
  return new Error(`PostgreSQL did not start: ${output.slice(-1_000) || 'it ended without a message'}`)
}

async function createDatabase(connection: PostgresConnection): Promise<string> {
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [connection.database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${connection.database}`)
    return 'ok'
  } catch (error) {
    return String(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
