import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { KeshengError } from '@kesheng/core/errors/errors'
import type { Log } from '../log.ts'
import { healthyAfterMilliseconds, restartDelay } from './backoff.ts'

export interface Supervised {
  name: string
  /** Starts one process; called again after each death. */
  spawn(): Promise<ChildProcess>
  /** Resolves when the process answers; throws with the reason when it cannot. */
  ready(child: ChildProcess): Promise<void>
  /** Ends a process in good order. */
  end(child: ChildProcess): void
  log: Log
}

export interface Supervisor {
  /** Ends the process for good. */
  stop(): Promise<void>
}

/**
 * Keeps one engine process running: the first start must succeed, later deaths are answered by a restart with
 * growing waits. Ends the process when asked, by force after 10 seconds.
 */
export async function supervise(engine: Supervised): Promise<Supervisor> {
  let stopping = false
  let current = await firstStart(engine)

  const watch = async (): Promise<void> => {
    let attempt = 0
    while (!stopping) {
      const startedAt = performance.now()
      const reason = await current.ended
      if (stopping) return
      if (performance.now() - startedAt > healthyAfterMilliseconds) attempt = 0
      engine.log.warn(`${engine.name} ended (${reason}); starting it again`)
      while (!stopping) {
        await sleep(restartDelay(attempt++))
        if (stopping) return
        const next = await startOnce(engine).catch((error: unknown) => {
          engine.log.error(`${engine.name} did not start: ${String(error)}`)
          return null
        })
        if (next === null) continue
        current = next
        if (stopping) return
        engine.log.info(`${engine.name} is up again`)
        break
      }
    }
  }
  const watching = watch()

  return {
    async stop() {
      if (stopping) return watching
      stopping = true
      await endProcess(engine, current)
      await watching
      await endProcess(engine, current)
    },
  }
}

/** A run that was killed a moment ago may still hold the directory: so long the first start is tried again. */
const firstStartMilliseconds = 10_000

async function firstStart(engine: Supervised): Promise<Running> {
  const deadline = performance.now() + firstStartMilliseconds
  for (let attempt = 0; ; attempt++) {
    try {
      return await startOnce(engine)
    } catch (error) {
      if (error instanceof KeshengError || performance.now() > deadline) throw error
      engine.log.debug(`${engine.name} did not start yet: ${String(error)}`)
      await sleep(restartDelay(attempt))
    }
  }
}

interface Running {
  child: ChildProcess
  ended: Promise<string>
}

async function startOnce(engine: Supervised): Promise<Running> {
  const child = await engine.spawn()
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  try {
    await engine.ready(child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { child, ended }
}

async function endProcess(engine: Supervised, running: Running): Promise<void> {
  if (running.child.exitCode !== null || running.child.signalCode !== null) return
  engine.end(running.child)
  const forced = setTimeout(() => running.child.kill('SIGKILL'), 10_000)
  await running.ended
  clearTimeout(forced)
}
