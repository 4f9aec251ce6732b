// A boundary check that cannot fail is worth nothing: each line below breaks a rule and must be refused,
// each allowed import must pass.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const forbidden = [
  ['packages/contracts/src/a.ts', '@kesheng/core/errors/errors'],
  ['packages/contracts/src/b.ts', 'node:fs'],
  ['packages/analysis/src/a.ts', '@kesheng/core/errors/errors'],
  ['packages/core/src/a.ts', '@kesheng/storage/open-stores'],
  ['packages/core/src/b.ts', '@kesheng/connectors/presets'],
  ['packages/storage/src/a.ts', '@kesheng/connectors/presets'],
  ['packages/connectors/src/a.ts', '@kesheng/core/errors/errors'],
  ['packages/connectors/src/platforms/jd/a.ts', '../douyin/orders.ts'],
  ['packages/simulator/src/a.ts', '@kesheng/storage/open-stores'],
  ['packages/core/src/c.ts', '../../storage/src/open-stores.ts'],
  ['apps/server/src/a.ts', '@kesheng/web/app'],
  ['apps/web/src/a.ts', '@kesheng/core/intake/run-import'],
  ['apps/web/src/b.ts', '@kesheng/storage/open-stores'],
  ['apps/web/src/components/a.tsx', '../features/overview/api/load.ts'],
  ['apps/web/src/features/overview/components/a.tsx', '../../opinions/components/tree.tsx'],
]
const allowed = [
  ['packages/core/src/ok.ts', '@kesheng/contracts/facts/columns'],
  ['packages/storage/src/ok.ts', '@kesheng/core/facts/ports'],
  ['apps/web/src/ok.ts', '@kesheng/core/metrics/time-range'],
  ['apps/web/src/features/overview/components/ok.tsx', '../../../components/metric-tile.tsx'],
  ['apps/web/src/features/overview/components/ok2.tsx', '../prepare/tiles.ts'],
]

const root = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..')
const folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
try {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const config = JSON.parse(readFileSync(join(folder, '.oxlintrc.json'), 'utf8'))
  delete config.$schema
  delete config.options
  config.categories = {}
  config.rules = {}
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config))
  for (const [file, target] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `import { thing } from '${target}'\nexport const used = thing\n`)
  }
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', '.oxlintrc.json', '--format', 'unix', '.'],
    { cwd: folder, encoding: 'utf8' },
  )
  const refused = (file) =>
    stdout.split('\n').some((line) => line.includes(file) && line.includes('no-restricted-imports'))
  const missed = forbidden.filter(([file]) => !refused(file))
  const wrong = allowed.filter(([file]) => refused(file))
  for (const [file, target] of missed) console.error(`not refused: ${file} importing ${target}`)
  for (const [file, target] of wrong) console.error(`wrongly refused: ${file} importing ${target}`)
  if (missed.length + wrong.length > 0) {
    console.error(stdout)
    process.exit(1)
  }
  console.log(`${forbidden.length} forbidden imports refused, ${allowed.length} allowed ones pass`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
