import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startServers } from './start-servers.ts'

/**
 * Runs a command with servers for its tests and ends with the command's exit code:
 *
 *   node --import tsx packages/testkit/src/with-servers.ts npx vitest run --project integration
 */
const [command, ...args] = process.argv.slice(2)
if (command === undefined) throw new Error('usage: with-servers.ts COMMAND [ARGUMENT…]')
const servers = await startServers()
const child = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    KESHENG_TEST_DATABASE_URL: servers.databaseUrl,
    KESHENG_TEST_CLICKHOUSE_URL: servers.clickhouseUrl,
  },
})
const [code] = (await once(child, 'exit')) as [number | null]
await servers.stop()
process.exitCode = code ?? 1
