import { chmodSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../log.ts'

/**
 * Lets other users pass through (not list or read) the directories above a path: PostgreSQL refuses to run as root,
 * so under root it runs as another user and has to reach its files.
 */
export function makeParentsTraversable(path: string, log: Log): void {
  for (let parent = dirname(path); parent !== dirname(parent); parent = dirname(parent)) {
    const { mode } = statSync(parent)
    if ((mode & 0o001) !== 0) continue
    log.info(`letting PostgreSQL's user pass through ${parent} (mode o+x)`)
    chmodSync(parent, (mode & 0o7777) | 0o001)
  }
}
