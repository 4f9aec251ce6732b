import { existsSync, readFileSync } from 'node:fs'
import { StepFailure, run, step } from './steps.mjs'

const least = [20, 19]

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  throw new StepFailure(
    `Node.js ${process.versions.node} is too old`,
    `install Node.js ${least.join('.')} or newer (22 LTS and 24 LTS work too) and run the command again`,
  )
}

/** True when node_modules holds every package of the lockfile at the locked version. */
function installed() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.optional ||
      entry.link ||
      present[path]?.version === entry.version,
  )
}

export async function ensureInstalled() {
  requireNode()
  if (installed()) return
  await step('install packages (npm ci)', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      capture: true,
      fix: 'check the network or the npm registry setting (npm config get registry) and run the command again',
    }),
  )
}
