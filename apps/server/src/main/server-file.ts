import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const serverFile = z.object({ pid: z.number(), url: z.string(), token: z.string() })

/** How the command line finds the running server of a data directory. */
export type ServerFile = z.infer<typeof serverFile>

const pathOf = (dataDir: string) => join(dataDir, 'server.json')

/** Readable by its owner only: the token opens everything. */
export function writeServerFile(dataDir: string, server: ServerFile): void {
  const temporary = `${pathOf(dataDir)}.${server.pid}`
  writeFileSync(temporary, JSON.stringify(server), { mode: 0o600 })
  renameSync(temporary, pathOf(dataDir))
}

/** Removes the file unless another process has written its own since. */
export function removeServerFile(dataDir: string, pid: number): void {
  if (readServerFile(dataDir)?.pid === pid) rmSync(pathOf(dataDir), { force: true })
}

/** Null when no server has written it, or it cannot be read. */
export function readServerFile(dataDir: string): ServerFile | null {
  try {
    return serverFile.parse(JSON.parse(readFileSync(pathOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** The server of this data directory, when it runs and answers. */
export async function findServer(dataDir: string): Promise<ServerFile | null> {
  const server = readServerFile(dataDir)
  if (!server || !isAlive(server.pid)) return null
  const answer = await fetch(`${server.url}/api/v1/health`, { signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  )
  return answer?.ok === true ? server : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
