import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import { type FileInspection, inspectFile } from '../files/inspect.ts'
import { readRecords } from '../files/read-records.ts'

export const now = Date.UTC(2026, 0, 15)

export interface TestFile {
  path: string
  name: string
  entry?: string
}

/** Three messages of one session. */
export const chats = `会话ID,发送时间,角色,发送人,消息内容
S1,2026-01-02 10:00:00,买家,t**1,这款灯能调光吗
S1,2026-01-02 10:00:20,客服,小美,可以的，三档调光
S1,2026-01-02 10:01:00,买家,t**1,[图片]
`

/** Puts files into a folder that is removed after the tests of the calling file. */
export function temporaryFiles(): (name: string, bytes: Buffer | string) => Promise<TestFile> {
  let folder = ''
  let files = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kesheng-files-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return async (name, bytes) => {
    files += 1
    const path = join(folder, `${files}-${name}`)
    await writeFile(path, bytes)
    return { path, name }
  }
}

export async function readAll(source: TestFile, mapping: Mapping): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for await (const chunk of readRecords({ ...source, mapping, now })) outcomes.push(...chunk)
  return outcomes
}

export async function inspectAndRead(
  source: TestFile,
  kind?: IntakeKind,
): Promise<{ found: FileInspection; outcomes: RowOutcome[] }> {
  const found = await inspectFile({ ...source, now, kind })
  return { found, outcomes: await readAll(source, found.mapping) }
}

export const recordsOf = (outcomes: readonly RowOutcome[]): IntakeRecord[] =>
  outcomes.flatMap((outcome) => ('records' in outcome ? outcome.records : []))

/** Line and reason of every reject. */
export const rejectsOf = (outcomes: readonly RowOutcome[]): (readonly [number, string])[] =>
  outcomes.flatMap((outcome) =>
    'reject' in outcome ? [[outcome.reject.line, outcome.reject.reason] as const] : [],
  )
