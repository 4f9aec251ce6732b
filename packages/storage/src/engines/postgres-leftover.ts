import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'

/**
 * Ends a server that outlived its application, so that a new one can take the directory. The caller holds the
 * directory's lock: whoever started that server is gone. Gentle first (10 s), then without a checkpoint (the log
 * replays), then by force.
 */
export async function endLeftoverServer(dataDirectory: string, log: Log): Promise<void> {
  const pidFile = join(dataDirectory, 'postmaster.pid')
  const processId = readProcessId(pidFile)
  if (processId === null) return
  if (!isPostgres(processId)) {
    // The number is stale and may belong to any other process by now, which would make PostgreSQL refuse to start.
    rmSync(pidFile, { force: true })
    return
  }
  log.info(`ending the PostgreSQL server ${processId} that an earlier run left behind`)
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 5],
    ['SIGKILL', 2],
  ] as const) {
    send(processId, signal)
    if (await gone(processId, seconds)) return
  }
}

function readProcessId(pidFile: string): number | null {
  try {
    const processId = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return processId > 1 ? processId : null
  } catch {
    return null
  }
}

function isPostgres(processId: number): boolean {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux' && send(processId, 0)
  }
}

function send(processId: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(processId, signal)
    return true
  } catch {
    return false
  }
}

async function gone(processId: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1_000; waited += 50) {
    if (!send(processId, 0)) return true
    await sleep(50)
  }
  return false
}
