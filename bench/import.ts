// Import and analysis throughput on an empty data directory, against prebuilt inserts into the same engine.
//   node --import tsx bench/import.ts [--messages 200000] [--json]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { messageFact } from '@kesheng/contracts/facts/message'
import { openBenchStores } from './lib/stores.ts'
import { timed } from './lib/measure.ts'

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '200000' }, json: { type: 'boolean', default: false } },
})
const messages = Number(values.messages)
const dataDir = mkdtempSync(join(tmpdir(), 'kesheng-bench-'))
const root = resolve(import.meta.dirname ?? '.', '..')

/** Runs the command line as a person would and tells its peak memory (the process itself, MB). */
function kesheng(...args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['apps/server/bin/kesheng.mjs', ...args], {
      cwd: root,
      env: { ...process.env, KESHENG_DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`kesheng ${args[0]} ended with ${code}`)),
    )
  })
}

try {
  const elapsed = await timed(() =>
    kesheng('demo', '--seed', '1', '--messages', String(messages), '--truth', join(dataDir, 'truth.json')),
  )
  const { stores, scope } = await openBenchStores(dataDir)
  const rows = await stores.facts.read(
    messageFact,
    { sql: 'tenant_id = {tenant:String}', params: { tenant: scope.tenantId } },
    { limit: 50_000 },
  )
  const rawMs = await timed(() =>
    stores.facts.insert(
      messageFact,
      rows.map((row) => ({ ...row, tenantId: 'bench' })),
      `bench-${Date.now()}`,
    ),
  )
  await stores.close()
  const perSecond = Math.round(messages / (elapsed / 1000))
  const rawPerSecond = Math.round(rows.length / (rawMs / 1000))
  const result = {
    messages,
    seconds: Math.round(elapsed / 1000),
    perSecond,
    rawPerSecond,
    share: Number((perSecond / rawPerSecond).toFixed(3)),
  }
  console.log(values.json ? JSON.stringify(result) : result)
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
