import { unavailable, type KeshengError } from '@kesheng/core/errors/errors'

/**
 * Codes of a server that is away or going down: refused or lost connections, a socket file that is not there yet,
 * shutdown (57P01, 57P02), start-up (57P03) and PostgreSQL's own connection class (08xxx).
 */
const awayCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|57P0[123]|08\w{3})$/
const awayMessages =
  /connection terminated|client has encountered a connection error|timeout exceeded when trying to connect/i

/** Drizzle wraps the driver's error: the code stands on the cause. */
export function isAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as NodeJS.ErrnoException).code ?? ''
    if (awayCodes.test(code) || awayMessages.test(current.message)) return true
  }
  return false
}

/** Code of the driver's error, e.g. `23505` for a broken unique constraint. */
export function databaseCode(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException
    if (typeof code === 'string') return code
  }
  return null
}

export function controlStoreAway(cause: unknown): KeshengError {
  return unavailable({
    message: { zh: '控制库暂时不可用', en: 'The control store is away' },
    remedy: {
      zh: '稍后重试；若持续出现，请查看服务日志',
      en: 'Try again shortly; if it stays, look at the server log',
    },
    cause,
  })
}
