import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { ImportRecord, Upload } from '@kesheng/core/intake/ports'
import type { RecordReader } from '@kesheng/core/intake/run-import'
import { expect, it } from 'vitest'
import { spooled } from './spooled-file.ts'

const reader: RecordReader = {
  read: async function* () {
    yield [] as RowOutcome[]
  },
  identity: async () => 'same',
}

const upload = (path: string): Upload => ({
  id: 'u',
  tenantId: 't',
  name: 'a.csv',
  path,
  bytes: 1,
  createdAt: 0,
})
const record = {} as ImportRecord
const options = { now: 0, onBytes: () => undefined }

async function chunksOf(path: string): Promise<number> {
  let chunks = 0
  for await (const chunk of spooled(reader).read(upload(path), record, options)) chunks += 1 + chunk.length
  return chunks
}

it('reads what is there', async () => {
  expect(await chunksOf(import.meta.filename)).toBe(1)
  expect(await spooled(reader).identity(upload(import.meta.filename), record)).toBe('same')
})

it('says at once that a file lies elsewhere', async () => {
  await expect(chunksOf('/no/such/upload')).rejects.toMatchObject({ code: 'NotFound' })
  await expect(spooled(reader).identity(upload('/no/such/upload'), record)).rejects.toMatchObject({
    message: expect.stringContaining('/no/such/upload'),
    remedy: { en: expect.stringContaining('KESHENG_UPLOADS_DIR') },
  })
})
