import { randomUUID } from 'node:crypto'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { BatchCounts, ImportRecord, IntakeBatch, Source } from '@kesheng/core/intake/ports'
import type { UserRecord } from '@kesheng/core/people/ports'
import type { Tenant } from '@kesheng/core/workspace/ports'

/** Records with sensible values for tests; each call gives new ids. */
export function tenantRecord(change: Partial<Tenant> = {}): Tenant {
  const settings = {
    name: '测试品牌',
    timezone: 'Asia/Shanghai',
    packs: ['beauty'],
    sessionGapMinutes: 30,
    attributionWindowHours: 72,
    presaleLookBackDays: 30,
  }
  return { id: randomUUID(), settings, demo: false, createdAt: 1_000, ...change }
}

export function userRecord(tenantId: string, change: Partial<UserRecord> = {}): UserRecord {
  const id = randomUUID()
  return {
    id,
    tenantId,
    name: '小林',
    email: `${id}@example.com`,
    role: 'supervisor',
    shopIds: ['jd/某店'],
    agentIds: [],
    passwordHash: null,
    active: true,
    createdAt: 1_000,
    lastSignInAt: null,
    ...change,
  }
}

export function sourceRecord(tenantId: string, change: Partial<Source> = {}): Omit<Source, 'createdAt'> {
  const id = randomUUID()
  return {
    id,
    tenantId,
    name: `来源 ${id}`,
    kind: 'chats',
    ownership: 'own',
    platform: 'jd',
    owner: '',
    ...change,
  }
}

export const someMapping: Mapping = {
  name: '客服聊天导出',
  kind: 'chats',
  preset: 'generic',
  fields: { text: { columns: ['内容'] } },
  constants: {},
  timezone: 'Asia/Shanghai',
  headerRows: [1],
}

export const noCounts: BatchCounts = {
  read: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  missingTime: 0,
  assumedTime: 0,
  unknownRole: 0,
  mojibake: 0,
  futureDates: 0,
  duplicatedIds: 0,
}

export function importRecord(
  tenantId: string,
  sourceId: string,
  change: Partial<ImportRecord> = {},
): ImportRecord {
  return {
    ...noCounts,
    id: randomUUID(),
    tenantId,
    uploadId: randomUUID(),
    entry: '',
    file: '聊天.csv',
    sourceId,
    options: { mapping: someMapping, ownership: 'own' },
    state: 'running',
    bytes: 10_000,
    bytesRead: 0,
    batches: 0,
    analysed: 0,
    toAnalyse: 0,
    startedBy: '小林',
    startedAt: 1_000,
    finishedAt: null,
    error: null,
    ...change,
  }
}

export function intakeBatch(
  tenantId: string,
  sourceId: string,
  change: Partial<IntakeBatch> = {},
): IntakeBatch {
  return {
    id: randomUUID(),
    tenantId,
    idempotencyKey: randomUUID(),
    requestHash: 'a'.repeat(64),
    kind: 'chats',
    sourceId,
    receivedAt: 5_000,
    payload: Buffer.from('payload'),
    response: { accepted: 2, rejected: 0, rejects: [] },
    ...change,
  }
}
