import { mkdtemp, rm } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import { inspectFile } from '../files/inspect.ts'
import { readRecords } from '../files/read-records.ts'
import { writeWorkbook } from '../testing/workbook.ts'
import { platformPresets } from './all.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const now = Date.UTC(2026, 0, 15)

const fixtures = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /fixtures\/[^/]+\.(?:json|jsonl|csv)$/.test(path) && !path.includes('.golden.'))
  .sort()

const presetOf = (path: string): string => basename(path).replace(/\.[a-z]+$/, '')

async function readAll(
  path: string,
): Promise<{ preset: string; confidence: number; outcomes: RowOutcome[] }> {
  const name = basename(path)
  const { preset, confidence, mapping } = await inspectFile({ path, name, now })
  const outcomes: RowOutcome[] = []
  for await (const chunk of readRecords({ path, name, mapping, now })) outcomes.push(...chunk)
  return { preset, confidence, outcomes }
}

describe('platform fixtures', () => {
  it('every preset has one', () => {
    expect([...new Set(fixtures.map(presetOf))].sort()).toEqual(platformPresets.map(({ id }) => id).sort())
  })

  it.each(fixtures)('%s is recognised and read', async (path) => {
    const { preset, confidence, outcomes } = await readAll(join(here, path))
    expect(preset).toBe(presetOf(path))
    expect(confidence).toBeGreaterThan(0.8)
    const golden = join(here, path.replace(/\.([a-z]+)$/, '.$1.golden.json'))
    await expect(`${JSON.stringify(outcomes, null, 1)}\n`).toMatchFileSnapshot(golden)
  })
})

describe('the same exports as workbooks', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kesheng-golden-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(fixtures.filter((path) => path.endsWith('.csv')))('%s', async (path) => {
    const source = join(here, path)
    const workbook = join(folder, `${presetOf(path)}.xlsx`)
    await writeWorkbook(source, workbook)
    const fromText = await readAll(source)
    const fromWorkbook = await readAll(workbook)
    expect(fromWorkbook.preset).toBe(fromText.preset)
    expect(fromWorkbook.outcomes.map(content)).toEqual(fromText.outcomes.map(content))
  })
})

/** Line and ordinal differ where a cell of the text runs over several lines. */
const content = (outcome: RowOutcome): unknown =>
  'records' in outcome
    ? outcome.records.map((record) => ({ ...record, ordinal: undefined }))
    : outcome.reject.reason
