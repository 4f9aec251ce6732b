import { mkdirSync } from 'node:fs'
import { createSignInLink } from '@kesheng/core/people/users'
import { readConfig, type Config } from '../config/config.ts'
import { describeError } from '../cli/describe-error.ts'
import { linkOf } from '../http/sign-in-address.ts'
import { createLog, type Log } from '../logging/log.ts'
import { compose, type Composed } from './compose.ts'
import { administratorWithoutPassword, ensureFirstWorkspace } from './first-workspace.ts'
import { parseServeOptions, type ServeOptions } from './options.ts'
import { removeServerFile, writeServerFile } from './server-file.ts'
import { untilAskedToStop } from './signals.ts'

/** Runs the server until it is asked to stop; resolves to the exit code. */
export async function runServer(args: readonly string[]): Promise<number> {
  let log: Log | undefined
  try {
    const options = parseServeOptions(args)
    const config = readConfig()
    log = createLog({ level: config.logLevel, human: process.stderr.isTTY })
    const stopped = untilAskedToStop(log)
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    const composed = await compose({ config, log })
    try {
      await start(composed, config, options)
      return await stopped
    } finally {
      removeServerFile(config.dataDir, process.pid)
      await composed.close()
    }
  } catch (error) {
    if (log) log.error({ err: error }, 'the server could not go on')
    process.stderr.write(`${describeError(error, 'zh')}\n`)
    return 1
  }
}

async function start(composed: Composed, config: Config, options: ServeOptions): Promise<void> {
  const { services } = composed
  const { people, workspaces } = services.stores
  if (options.role === 'worker') {
    await composed.startWorkers('worker')
    services.log.info('working on jobs; no address is listened on')
    return
  }
  const { tenant } = await ensureFirstWorkspace({ people, workspaces }, services.clock(), services.randomId)
  await composed.listen()
  writeServerFile(config.dataDir, { pid: process.pid, url: composed.localUrl(), token: services.localToken })
  await announce(composed, tenant.id)
  await composed.startWorkers(options.role)
  if (options.role === 'all') await services.demo.start(tenant, options)
}

/** For the person who started it: stdout, in the product's first language. */
async function announce({ services }: Composed, tenantId: string): Promise<void> {
  const { people } = services.stores
  const lines = [`客声 Kesheng ${services.version}`, `  地址 address   ${services.address()}`]
  const administrator = administratorWithoutPassword(await people.users(tenantId))
  if (administrator) {
    const token = await createSignInLink(services.peoplePorts, administrator.id)
    const link = linkOf(services.address(), token)
    lines.push(`  一次性登录链接 one-time sign-in link`, `  ${link}`)
  } else {
    lines.push('  忘记密码 lost password   npx kesheng sign-in-link')
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}
