import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { conflict } from '@kesheng/core/errors/errors'

export interface DirectoryLock {
  release(): void
}

/**
 * One process per engine directory. The lock file names its holder (process id and start time, so that a reused id
 * is not taken for the holder); a lock whose holder is gone is taken over.
 */
export function lockDirectory(lockFile: string): DirectoryLock {
  const own = identityOf(process.pid) ?? `${process.pid}`
  const temporary = `${lockFile}.${randomUUID()}`
  writeFileSync(temporary, own, { mode: 0o600 })
  try {
    while (!tryLink(temporary, lockFile)) takeAside(lockFile)
  } finally {
    rmSync(temporary, { force: true })
  }
  return { release: () => rmSync(lockFile, { force: true }) }
}

/** Makes the lock file appear complete or not at all. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead holder's lock away; throws Conflict when the holder lives. */
function takeAside(lockFile: string): void {
  const holder = readIfThere(lockFile)
  if (holder === null) return
  const holderId = Number.parseInt(holder, 10)
  if (identityOf(holderId) === holder) throw inUse(lockFile, holderId)
  const aside = `${lockFile}.${randomUUID()}`
  try {
    renameSync(lockFile, aside)
  } catch {
    return
  }
  // Another process may have taken the lock between the look and the move: give it back.
  if (readIfThere(aside) !== holder) tryLink(aside, lockFile)
  rmSync(aside, { force: true })
}

function inUse(lockFile: string, holderId: number): Error {
  const directory = lockFile.replace(/\.lock$/, '')
  return conflict({
    message: {
      zh: `数据目录 ${directory} 正被进程 ${holderId} 使用`,
      en: `The data directory ${directory} is in use by process ${holderId}`,
    },
    remedy: {
      zh: '请先停止该进程，或用 KESHENG_DATA_DIR 指定另一个目录',
      en: 'Stop that process first, or name another directory with KESHENG_DATA_DIR',
    },
  })
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** `<process id> <start time> <boot id>`, or only the id where there is no /proc; null when it does not run. */
function identityOf(processId: number): string | null {
  try {
    process.kill(processId, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  const status = readIfThere(`/proc/${processId}/stat`)
  if (status === null) return `${processId}`
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
  const bootId = readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return `${processId} ${fields[19] ?? ''} ${bootId}`
}
