import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Ownership } from '@kesheng/contracts/facts/common'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import { withFixedValues, type Mapping } from '@kesheng/contracts/intake/mapping'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { RejectReason } from '@kesheng/contracts/intake/records'
import { conflict } from '../errors/errors.ts'
import { contentId, sourceIdOf } from '../identity/ids.ts'
import type { Sealer } from '../workspace/ports.ts'
import { countRows } from './counts.ts'
import type { ImportRepository, IntakeRepository } from './ports.ts'
import { newRowMemory, toRows } from './to-rows.ts'

const compress = promisify(gzip)

export interface AcceptBatchPorts {
  intake: IntakeRepository
  imports: Pick<ImportRepository, 'ensureSource'>
  sealer: Pick<Sealer, 'seal'>
  /** The connectors' row mapping. */
  mapRows: (rows: Record<string, unknown>[], mapping: Mapping, now: number) => RowOutcome[]
  /** Epoch ms. */
  clock: () => number
}

export interface AcceptBatch {
  tenantId: string
  idempotencyKey: string
  kind: IntakeKind
  /** Source name in the data catalogue. */
  source: string
  shop?: string | undefined
  platform?: string | undefined
  ownership: Ownership
  mapping: Mapping
  rows: Record<string, unknown>[]
  acceptedBy: string
}

export interface AcceptedBatch {
  batchId: string
  accepted: number
  rejected: number
  rejects: RejectReason[]
  replayed: boolean
}

/** Fingerprint of what was asked; the same key with another one is a mistake of the sender. */
export function requestHash(request: AcceptBatch): string {
  const { kind, source, shop, platform, ownership, mapping, rows } = request
  const body = JSON.stringify([kind, source, shop ?? '', platform ?? '', ownership, mapping, rows])
  return createHash('sha256').update(body).digest('hex')
}

/**
 * Takes a batch of the intake API: checked, masked and durable before it is answered. What is kept until the batch
 * is processed are masked rows with sealed originals, never plain texts.
 */
export async function acceptBatch(ports: AcceptBatchPorts, request: AcceptBatch): Promise<AcceptedBatch> {
  const { tenantId, idempotencyKey, kind, ownership } = request
  const now = ports.clock()
  const hash = requestHash(request)
  const id = contentId('intake', tenantId, idempotencyKey)
  const source = await ports.imports.ensureSource(
    {
      id: sourceIdOf(tenantId, kind, request.source),
      tenantId,
      name: request.source,
      kind,
      ownership,
      platform: request.platform ?? '',
      owner: request.acceptedBy,
    },
    now,
  )
  const mapped = toRows(
    ports.mapRows(request.rows, withFixedValues(request.mapping, request), now),
    {
      tenantId,
      sourceId: source.id,
      importId: id,
      kind,
      wide: request.mapping.questions !== undefined,
      ownership,
      platform: request.platform ?? '',
      shop: request.shop ?? '',
      defaultTime: null,
      fileIdentity: hash,
      now,
      sealer: ports.sealer,
    },
    newRowMemory(tenantId),
  )
  const { accepted, rejected } = countRows(mapped.tallies)
  const { batch, replayed } = await ports.intake.accept({
    id,
    tenantId,
    idempotencyKey,
    requestHash: hash,
    kind,
    sourceId: source.id,
    receivedAt: now,
    payload: await compress(JSON.stringify(mapped)),
    response: { accepted, rejected, rejects: mapped.rejects },
  })
  if (batch.requestHash !== hash)
    throw conflict({
      message: {
        zh: '这个 Idempotency-Key 已用于另一批内容不同的数据',
        en: 'This Idempotency-Key was used for a batch with other content',
      },
      remedy: { zh: '每一批数据使用一个新的键', en: 'Use a new key for every batch' },
    })
  return { batchId: batch.id, ...batch.response, replayed }
}
