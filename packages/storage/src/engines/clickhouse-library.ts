import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unavailable, type KeshengError } from '@kesheng/core/errors/errors'

/** Path of libchdb; throws Unavailable, naming the way out, where the engine cannot run. */
export function clickhouseLibrary(): string {
  const reason = unsupported(process.platform, process.arch, cpuFlags())
  if (reason !== null) throw noEmbeddedClickhouse(reason)
  try {
    const manifest = createRequire(import.meta.url).resolve('@chdb/lib-linux-x64-gnu/package.json')
    return join(dirname(manifest), 'libchdb.so')
  } catch (cause) {
    throw noEmbeddedClickhouse('the package @chdb/lib-linux-x64-gnu is not installed', cause)
  }
}

/** Why this machine cannot run the embedded engine; null when it can. `flags` null = unknown. */
export function unsupported(platform: string, architecture: string, flags: string | null): string | null {
  if (platform !== 'linux' || architecture !== 'x64')
    return `it needs Linux on x86-64, this is ${platform} on ${architecture}`
  if (flags !== null && !/\bavx2\b/.test(flags)) return 'it needs a processor with AVX2'
  return null
}

function cpuFlags(): string | null {
  try {
    return /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}

export function noEmbeddedClickhouse(reason: string, cause?: unknown): KeshengError {
  return unavailable({
    message: {
      zh: `本机无法运行内置 ClickHouse（${reason}）`,
      en: `The embedded ClickHouse cannot run on this machine: ${reason}`,
    },
    remedy: {
      zh: '请启动一个 ClickHouse 服务（例如 docker run -p 8123:8123 clickhouse/clickhouse-server），并设置 KESHENG_CLICKHOUSE_URL=http://用户:密码@主机:8123/数据库',
      en: 'Start a ClickHouse server (for example: docker run -p 8123:8123 clickhouse/clickhouse-server) and set KESHENG_CLICKHOUSE_URL=http://user:password@host:8123/database',
    },
    cause,
  })
}
