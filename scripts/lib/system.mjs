import { existsSync, readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { StepFailure, run, step } from './steps.mjs'

const browsers = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

async function aptInstall(packages, fix) {
  if (!has('apt-get')) throw new StepFailure(`missing: ${packages.join(', ')}`, fix)
  const root = process.getuid?.() === 0
  if (!root && !has('sudo'))
    throw new StepFailure(`missing: ${packages.join(', ')}, and no right to install`, fix)
  const apt = (...args) =>
    run(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
      capture: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      fix,
    })
  await step(`install ${packages.join(', ')} (apt)`, async () => {
    await apt('update', '-q')
    await apt('install', '-y', '-q', '--no-install-recommends', ...packages)
  })
}

const findBrowser = () => browsers.find((path) => path && existsSync(path))

/** Path of a Chromium for the browser tests; installs one and a CJK font when the machine has none. */
export async function ensureBrowser() {
  const fix =
    'install Chromium and a Chinese font (Debian: apt install chromium fonts-noto-cjk) or set CHROMIUM_PATH'
  const missing = []
  if (!findBrowser()) missing.push('chromium')
  if (spawnSync('fc-list', [':lang=zh']).stdout?.length === 0 || !has('fc-list'))
    missing.push('fontconfig', 'fonts-noto-cjk')
  if (missing.length > 0) await aptInstall(missing, fix)
  const browser = findBrowser()
  if (!browser) throw new StepFailure('no Chromium found', fix)
  return browser
}

const findPostgres = () => {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => `${base}/${version}/bin`).find((bin) => existsSync(`${bin}/initdb`))
}

/** Directory of a PostgreSQL server's programs, for the suites that run on servers. */
export async function ensurePostgres() {
  const fix = 'install a PostgreSQL server (Debian: apt install postgresql)'
  if (!findPostgres()) await aptInstall(['postgresql'], fix)
  const bin = findPostgres()
  if (!bin) throw new StepFailure('no PostgreSQL server programs found', fix)
  return bin
}
