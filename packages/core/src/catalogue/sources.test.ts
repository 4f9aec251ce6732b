import { mapping } from '@kesheng/contracts/intake/mapping'
import { describe, expect, it } from 'vitest'
import type { ImportRecord, Source } from '../intake/ports.ts'
import { toSourceItem } from './sources.ts'

const source: Source = {
  id: 's',
  tenantId: 't',
  name: '九月聊天',
  kind: 'chats',
  ownership: 'own',
  platform: 'tmall',
  owner: '客服部',
  createdAt: 0,
}
const record = (change: Partial<ImportRecord>): ImportRecord => ({
  id: 'i',
  tenantId: 't',
  uploadId: 'u',
  entry: '',
  file: 'a.csv',
  sourceId: 's',
  options: { mapping: mapping.parse({ name: '千牛', kind: 'chats' }), ownership: 'own' },
  state: 'done',
  bytes: 1,
  bytesRead: 1,
  batches: 1,
  analysed: 0,
  toAnalyse: 0,
  startedBy: '',
  startedAt: 1_000,
  finishedAt: 2_000,
  error: null,
  read: 100,
  accepted: 80,
  duplicates: 10,
  rejected: 10,
  missingTime: 10,
  assumedTime: 0,
  unknownRole: 0,
  mojibake: 0,
  futureDates: 0,
  duplicatedIds: 0,
  ...change,
})
const count = (noun: string, amount: number) => ({
  noun,
  sourceId: 's',
  amount,
  earliest: 0,
  latest: 86_400_000,
})

describe('toSourceItem', () => {
  it('tells rows, freshness, quality and lineage', () => {
    const records = [
      record({}),
      record({ file: 'b.csv', startedAt: 9_000, finishedAt: null, rejected: 0, missingTime: 0 }),
    ]
    const item = toSourceItem(source, records, [count('message', 160), count('conversation', 20)], 'UTC')
    expect(item).toMatchObject({
      rows: 160,
      duplicates: 20,
      rejected: 10,
      from: '1970-01-01T00:00:00Z',
      to: '1970-01-02T00:00:00Z',
      lastImportAt: '1970-01-01T00:00:09Z',
      qualityScore: 95,
      lineage: { imports: 2, files: ['a.csv', 'b.csv'], mapping: '千牛', facts: ['message', 'conversation'] },
    })
    expect(item.quality).toMatchObject({ missingTime: 10, mojibake: 0 })
  })

  it('leaves cancelled imports out of the quality', () => {
    const records = [record({ state: 'cancelled', rejected: 100 }), record({ rejected: 0 })]
    expect(toSourceItem(source, records, [], 'UTC').qualityScore).toBe(100)
  })

  it('knows nothing of a source without rows', () => {
    expect(toSourceItem(source, [], [], 'UTC')).toMatchObject({
      rows: 0,
      from: null,
      to: null,
      lastImportAt: null,
      qualityScore: null,
      quality: {},
    })
  })
})
