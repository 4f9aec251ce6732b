// npm run check: format, lint, types, boundaries, unused code, unit tests. `--report FILE` keeps the unit tests' report.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { main, run, step, StepFailure } from './lib/steps.mjs'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const tool = (path, ...args) => run(process.execPath, [`node_modules/${path}`, ...args], { capture: true })
const report = process.argv.indexOf('--report')
const reporters =
  report < 0 ? ['default'] : ['default', 'json', `--outputFile.json=${process.argv[report + 1]}`]

function unitTests() {
  const [first, ...others] = reporters.map((name) => (name.startsWith('--') ? name : `--reporter=${name}`))
  return tool('vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'web', first, ...others)
}

/** The longest first, so that two at a time end together. */
const checks = {
  'unit tests': unitTests,
  lint: () => tool('oxlint/bin/oxlint', '-c', '.oxlintrc.json', '--type-aware', '--deny-warnings'),
  'format (npm run format mends it)': () =>
    tool('prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'),
  types: () => tool('typescript/bin/tsc', '-p', 'tsconfig.json'),
  'types of the browser tests': () => tool('typescript/bin/tsc', '-p', 'e2e/tsconfig.json'),
  'types of the web': () => tool('typescript/bin/tsc', '-p', 'apps/web/tsconfig.json'),
  'unused code': () => tool('knip/bin/knip.js', '--no-progress'),
  'boundaries hold, and the check can fail': () =>
    run(process.execPath, ['scripts/boundary-canary.mjs'], { capture: true }),
}

/** Two at a time: more only contend on a small machine. All run, also after a failure. */
async function runAll(queue) {
  const failed = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, work] = next
      await step(name, work).catch(() => failed.push(name))
    }
  }
  await Promise.all([worker(), worker()])
  if (failed.length > 0) throw new StepFailure(`failed: ${failed.join(', ')}`, 'see the output of each above')
}

await main(async () => {
  await ensureInstalled()
  await runAll(Object.entries(checks))
})
