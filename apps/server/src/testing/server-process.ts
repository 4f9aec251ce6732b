import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Route, RouteInput, RouteOutput } from '@kesheng/contracts/http/route'
import { connectToServer } from '../cli/server-connection.ts'
import { findServer } from '../main/server-file.ts'

const program = fileURLToPath(new URL('../../bin/kesheng.mjs', import.meta.url))

/** The real server in a process of its own, to be killed. */
export class ServerProcess {
  readonly #dataDir: string
  #child: ChildProcess | null = null
  #output = ''

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const env = { ...process.env, KESHENG_DATA_DIR: this.#dataDir, PORT: '0', KESHENG_LOG_LEVEL: 'info' }
    const child = spawn(process.execPath, [program, 'start', '--empty'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-20_000)))
    this.#child = child
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended:\n${this.#output}`)
      const server = await findServer(this.#dataDir)
      if (server?.pid === child.pid) return
      await sleep(50)
    }
  }

  /** Last lines the processes wrote, for a failing test. */
  output(): string {
    return this.#output
  }

  async call<R extends Route>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
    return (await this.#connection()).call(route, input)
  }

  async upload(path: string): Promise<string> {
    return (await this.#connection()).upload(path)
  }

  /** Ends the server at once; its engines notice by themselves. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
    this.#child = null
  }

  killFactEngine(): void {
    const children = readdirSync('/proc').filter(
      (entry) => /^\d+$/.test(entry) && parentOf(entry) === this.#child?.pid,
    )
    const engine = children.find((entry) => commandOf(entry).includes('clickhouse-child'))
    if (engine === undefined) throw new Error(`no fact engine runs:\n${this.#output}`)
    process.kill(Number(engine), 'SIGKILL')
  }

  killControlEngine(): void {
    const [pid] = readFileSync(join(this.#dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }

  async #connection() {
    const server = await findServer(this.#dataDir)
    if (!server) throw new Error(`the server does not answer:\n${this.#output}`)
    return connectToServer(server, 'en')
  }
}

function parentOf(pid: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
