// npm run check: format, lint, types, boundaries, unused code, unit tests.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { main, run, step } from './lib/steps.mjs'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const tool = (path, ...args) => run(process.execPath, [`node_modules/${path}`, ...args], { capture: true })

const checks = [
  [
    'format',
    () => tool('prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'),
    'npm run format',
  ],
  ['lint', () => tool('oxlint/bin/oxlint', '-c', '.oxlintrc.json', '--type-aware', '--deny-warnings')],
  ['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  ['types of the web', () => tool('typescript/bin/tsc', '-p', 'apps/web/tsconfig.json')],
  [
    'boundaries hold, and the check can fail',
    () => run(process.execPath, ['scripts/boundary-canary.mjs'], { capture: true }),
  ],
  ['unused code', () => tool('knip/bin/knip.js', '--no-progress')],
  [
    'unit tests',
    () => tool('vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'web', '--reporter=dot'),
  ],
]

/** Two at a time: more only contend on a small machine. */
async function runAll(queue) {
  const failures = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, work] = next
      await step(name, work).catch((error) => failures.push(`${name}: ${error.message}`))
    }
  }
  await Promise.all([worker(), worker()])
  if (failures.length > 0) throw new Error(`failed:\n  ${failures.join('\n  ')}`)
}

await main(async () => {
  await ensureInstalled()
  await runAll([...checks])
})
