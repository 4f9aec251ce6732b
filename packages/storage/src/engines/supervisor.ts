import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { KeshengError } from '@kesheng/core/errors/errors'
import type { Log } from '../log.ts'
import { healthyAfterMilliseconds, restartDelay } from './backoff.ts'

export interface Supervised {
  name: string
  /** Starts one process; called again after each death. */
  spawn(): ChildProcess
  /** Resolves when the process answers; throws with the reason when it cannot. */
  ready(child: ChildProcess): Promise<void>
  /** Asks a process to end in good order. */
  end(child: ChildProcess): void
  log: Log
}

interface Running {
  child: ChildProcess
  startedAt: number
  /** Resolves with why it ended. */
  ended: Promise<string>
}

/** A run that was killed a moment ago may still hold the directory: so long the first start is tried again. */
const firstStartMilliseconds = 10_000
/** Time to end in good order before it is ended by force. */
const endMilliseconds = 10_000

/**
 * Keeps one engine process running: the first start must succeed, later deaths are answered by a restart with
 * growing waits.
 */
export class Supervisor {
  private readonly engine: Supervised
  private readonly stopRequest = new AbortController()
  private current: Running | null = null
  private watching: Promise<void> = Promise.resolve()

  constructor(engine: Supervised) {
    this.engine = engine
  }

  /** Id of the engine's process; changes with each restart. */
  get processId(): number | undefined {
    return this.current?.child.pid
  }

  private get stopping(): boolean {
    return this.stopRequest.signal.aborted
  }

  async start(): Promise<void> {
    const deadline = performance.now() + firstStartMilliseconds
    for (let attempt = 0; this.current === null; attempt++) {
      try {
        this.current = await startOnce(this.engine)
      } catch (error) {
        if (error instanceof KeshengError || performance.now() > deadline) throw error
        this.engine.log.debug(`${this.engine.name} did not start yet: ${String(error)}`)
        await sleep(restartDelay(attempt))
      }
    }
    this.watching = this.watch(this.current)
  }

  /** Ends the process for good. */
  async stop(): Promise<void> {
    this.stopRequest.abort()
    if (this.current !== null) await endProcess(this.engine, this.current)
    await this.watching
  }

  private async watch(first: Running): Promise<void> {
    let running = first
    for (let attempt = 0; ; attempt++) {
      const reason = await running.ended
      if (this.stopping) return
      if (performance.now() - running.startedAt > healthyAfterMilliseconds) attempt = 0
      this.engine.log.warn(`${this.engine.name} ended (${reason}); starting it again`)
      const next = await this.startAgain(attempt)
      if (next === null) return
      running = next
    }
  }

  /** Tries until it runs; null when asked to stop in the meantime. */
  private async startAgain(firstAttempt: number): Promise<Running | null> {
    for (let attempt = firstAttempt; ; attempt++) {
      await sleep(restartDelay(attempt), undefined, { signal: this.stopRequest.signal }).catch(
        () => undefined,
      )
      if (this.stopping) return null
      try {
        const running = await startOnce(this.engine)
        this.current = running
        this.engine.log.info(`${this.engine.name} is up again`)
        if (!this.stopping) return running
        await endProcess(this.engine, running)
        return null
      } catch (error) {
        this.engine.log.error(`${this.engine.name} did not start: ${String(error)}`)
      }
    }
  }
}

async function startOnce(engine: Supervised): Promise<Running> {
  const child = engine.spawn()
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  // Whatever the process still holds of us (a watcher on its standard input) ends with it.
  void ended.then(() => child.stdin?.destroy())
  try {
    await engine.ready(child)
  } catch (error) {
    child.kill('SIGKILL')
    await ended
    throw error
  }
  return { child, startedAt: performance.now(), ended }
}

async function endProcess(engine: Supervised, running: Running): Promise<void> {
  const { child } = running
  if (child.exitCode !== null || child.signalCode !== null) return
  engine.end(child)
  const forced = setTimeout(() => child.kill('SIGKILL'), endMilliseconds)
  await running.ended
  clearTimeout(forced)
}
