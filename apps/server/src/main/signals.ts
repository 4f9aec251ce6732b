import type { Log } from '../logging/log.ts'

/** Engines that do not stop within this time are left to notice that their parent is gone. */
const patienceMs = 30_000

/** Resolves to 0 on SIGINT or SIGTERM, to 1 after an error nobody caught. A second signal ends the process at once. */
export function untilAskedToStop(log: Log): Promise<number> {
  return new Promise((resolve) => {
    const end = (code: number) => {
      setTimeout(() => process.exit(1), patienceMs).unref()
      resolve(code)
    }
    const stop = (signal: NodeJS.Signals) => {
      log.info(`stopping (${signal})`)
      process.once('SIGINT', () => process.exit(130))
      process.once('SIGTERM', () => process.exit(143))
      end(0)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    const broken = (error: unknown) => {
      log.fatal({ err: error }, 'an error nobody caught; stopping')
      end(1)
    }
    process.once('uncaughtException', broken)
    process.once('unhandledRejection', broken)
  })
}
