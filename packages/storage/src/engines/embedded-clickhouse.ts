import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Log } from '../log.ts'
import { clickhouseLibrary, noEmbeddedClickhouse } from './clickhouse-library.ts'
import { factDatabase, serverConfig, usersConfig, type ClickhouseAccess } from './clickhouse-config.ts'
import { lockDirectory } from './directory-lock.ts'
import { freePort } from './free-port.ts'
import { OutputTail } from './output-tail.ts'
import { Supervisor } from './supervisor.ts'

export interface EmbeddedClickhouse extends ClickhouseAccess {
  /** `http://127.0.0.1:<port>/kesheng`; stays the same over restarts. */
  url: string
  /** Process id of the engine at the moment; changes with each restart. */
  processId(): number | undefined
  stop(): Promise<void>
}

interface StartOptions {
  /** The engine keeps its files in `<dataDir>/clickhouse`. */
  dataDir: string
  log: Log
  /** Extra flags for the Node process that loads the engine. */
  scriptExecArgv?: readonly string[]
  /** Databases that both users may use, as in a grant (`name` or `prefix*`); the application's own when absent. */
  databases?: string
}

/** Longest a start may take, replay of a large data directory included. */
const startMilliseconds = 60_000

/** Starts ClickHouse as a child process on a loopback port of its own choice and keeps it running. */
export async function startEmbeddedClickhouse(options: StartOptions): Promise<EmbeddedClickhouse> {
  const library = clickhouseLibrary()
  const directory = resolve(options.dataDir, 'clickhouse')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = lockDirectory(`${directory}.lock`)
  try {
    const port = await freePort()
    const access = randomAccess()
    const configFile = writeConfig(directory, port, usersConfig(access, options.databases ?? factDatabase))
    const output = new OutputTail()
    const supervisor = new Supervisor({
      name: 'ClickHouse',
      log: options.log,
      spawn() {
        const child = startChild(options, [library, configFile, join(directory, 'data')])
        output.follow(child)
        return child
      },
      ready: (child) => waitUntilReady(child, port, access, output),
      end: (child) => child.stdin?.destroy(),
    })
    await supervisor.start()
    return {
      url: `http://127.0.0.1:${port}/${factDatabase}`,
      ...access,
      processId: () => supervisor.processId,
      async stop() {
        await supervisor.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function randomAccess(): ClickhouseAccess {
  return {
    username: 'kesheng',
    password: randomSecret(),
    readerUsername: 'reader',
    readerPassword: randomSecret(),
  }
}

function randomSecret(): string {
  return randomBytes(24).toString('hex')
}

/** Writes both configuration files, readable by the owner alone; passwords change with every start. */
function writeConfig(directory: string, port: number, users: string): string {
  const usersFile = join(directory, 'users.xml')
  const configFile = join(directory, 'config.xml')
  for (const [path, text] of [
    [usersFile, users],
    [configFile, serverConfig({ port, usersFile })],
  ] as const) {
    writeFileSync(path, text, { mode: 0o600 })
    chmodSync(path, 0o600)
  }
  return configFile
}

/** In a process group of its own, so that Ctrl-C in a terminal reaches the application first. */
function startChild(options: StartOptions, args: string[]): ChildProcess {
  const script = fileURLToPath(new URL('clickhouse-child.mjs', import.meta.url))
  return spawn(process.execPath, [...(options.scriptExecArgv ?? []), script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
  })
}

/** Waits until the engine answers and its database exists. */
async function waitUntilReady(
  child: ChildProcess,
  port: number,
  access: ClickhouseAccess,
  output: OutputTail,
): Promise<void> {
  const deadline = performance.now() + startMilliseconds
  for (;;) {
    if (child.signalCode === 'SIGILL') throw noEmbeddedClickhouse('the processor lacks instructions it needs')
    if (child.exitCode !== null || child.signalCode !== null) throw startFailure(output.text())
    const answer = await createDatabase(port, access)
    if (answer === 'ok') return
    if (performance.now() > deadline) throw startFailure(`${answer}\n${output.text()}`)
    await sleep(20)
  }
}

function startFailure(output: string): Error {
  return new Error(`ClickHouse did not start: ${output.slice(-1_000) || 'it ended without a message'}`)
}

/** `ok`, or what went wrong. `default` is an overlay database in the embedded engine, hence one of our own. */
async function createDatabase(port: number, access: ClickhouseAccess): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': access.username, 'X-ClickHouse-Key': access.password },
      body: `CREATE DATABASE IF NOT EXISTS ${factDatabase} ENGINE = Atomic`,
      signal: AbortSignal.timeout(5_000),
    })
    const text = await response.text()
    return response.ok ? 'ok' : text
  } catch (error) {
    return String(error)
  }
}
