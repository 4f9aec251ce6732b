// npm test: everything, on a bare machine. Installs what the tests need, fast checks first.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { main, run, step } from './lib/steps.mjs'
import { ensureBrowser, ensurePostgres } from './lib/system.mjs'
import { ensureWebBuilt } from './lib/web-build.mjs'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

/** Totals over the reports the runners wrote: what the closing line says is counted, not assumed. */
function totals() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const name of ['unit', 'integration']) {
    const path = `test-results/${name}.json`
    if (!existsSync(path)) continue
    const report = JSON.parse(readFileSync(path, 'utf8'))
    sum.passed += report.numPassedTests
    sum.failed += report.numFailedTests
    sum.skipped += report.numPendingTests + report.numTodoTests
  }
  if (existsSync('test-results/e2e.json')) {
    const { stats } = JSON.parse(readFileSync('test-results/e2e.json', 'utf8'))
    sum.passed += stats.expected + stats.flaky
    sum.failed += stats.unexpected
    sum.skipped += stats.skipped
  }
  return sum
}

await main(async () => {
  rmSync('test-results', { recursive: true, force: true })
  mkdirSync('test-results', { recursive: true })
  await ensureInstalled()
  const browser = await ensureBrowser()
  await ensurePostgres()
  await step('fast checks (npm run check)', () =>
    run(process.execPath, ['scripts/check.mjs', '--report', 'test-results/unit.json']),
  )
  await step('integration tests, on the embedded engines and on servers', () =>
    run(process.execPath, [
      '--import',
      'tsx',
      'packages/testkit/src/with-servers.ts',
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'integration',
      '--no-file-parallelism',
      '--reporter=default',
      '--reporter=json',
      '--outputFile=test-results/integration.json',
    ]),
  )
  await ensureWebBuilt()
  await step('browser tests', () =>
    run(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
      {
        env: { CHROMIUM_PATH: browser },
      },
    ),
  )
  const { passed, failed, skipped } = totals()
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
})
