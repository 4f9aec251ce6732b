import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, step } from './steps.mjs'

const inputs = ['apps/web', 'packages/contracts/src', 'packages/core/src/metrics', 'package-lock.json']
const stamp = 'apps/web/dist/.source-hash'

function* filesUnder(path) {
  if (statSync(path).isFile()) return yield path
  for (const name of readdirSync(path).sort()) {
    if (name !== 'dist' && name !== 'node_modules' && name !== 'test-results')
      yield* filesUnder(join(path, name))
  }
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of filesUnder(input)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the web application unless the present build was made from exactly these sources. */
export async function ensureWebBuilt() {
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await step('build the web application', () =>
    run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'], {
      capture: true,
      fix: 'read the build error above; `git status` shows local changes under apps/web',
    }),
  )
  writeFileSync(stamp, hash)
}
