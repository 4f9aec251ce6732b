import { createHash } from 'node:crypto'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { importRoutes as contract } from '@kesheng/contracts/http/import.routes'
import { mapRows } from '@kesheng/connectors/map-rows'
import { genericMapping, presetMapping, presets } from '@kesheng/connectors/presets'
import { invalidInput, notFound } from '@kesheng/core/errors/errors'
import { acceptBatch } from '@kesheng/core/intake/accept-batch'
import { isoOrNull } from './iso.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

/** Longer keys are kept as their hash: people use URLs and whole messages as keys. */
const longestKey = 200

export function intakeRoutes(services: Services): ServedRoute[] {
  const { intake, imports, sealer } = services.stores
  return [
    serve(contract.intake, async ({ principal, params, body, request }) => {
      const tenantId = principal.tenant.id
      const { mapping: wanted, ...batch } = body
      return acceptBatch(
        { intake, imports, sealer, mapRows, clock: services.clock },
        {
          ...batch,
          tenantId,
          idempotencyKey: idempotencyKey(request.headers['idempotency-key']),
          kind: params.kind,
          mapping: await mappingFor(services, tenantId, params.kind, wanted),
          acceptedBy: principal.actor,
        },
      )
    }),

    serve(contract.batch, async ({ principal, params }) => {
      const batch = await intake.get(principal.tenant.id, params.id)
      if (!batch) throw notFound({ message: { zh: '没有这一批数据。', en: 'No such batch.' } })
      const { accepted, rejected } = batch.response
      return {
        batchId: batch.id,
        state: batch.state,
        accepted: accepted - batch.duplicates,
        duplicates: batch.duplicates,
        rejected,
        receivedAt: new Date(batch.receivedAt).toISOString(),
        finishedAt: isoOrNull(batch.finishedAt),
      }
    }),
  ]
}

/** Without a key a repeated request could not be told from a new one, so it is required. */
export function idempotencyKey(header: string | string[] | undefined): string {
  const key = typeof header === 'string' ? header.trim() : ''
  if (key === '') {
    throw invalidInput({
      message: { zh: '缺少请求头 Idempotency-Key。', en: 'The header Idempotency-Key is missing.' },
      remedy: {
        zh: '为每一批数据带上唯一的键（例如导出批次号）；重试时用同一个键，就不会重复入库。',
        en: 'Send a key unique to the batch (e.g. an export number); a retry with the same key stores nothing twice.',
      },
      issues: [{ path: 'headers.idempotency-key', message: 'required' }],
    })
  }
  return key.length > longestKey ? createHash('sha256').update(key).digest('hex') : key
}

/** A preset, a saved mapping, or the canonical field names as they are. */
async function mappingFor(
  services: Services,
  tenantId: string,
  kind: IntakeKind,
  wanted: string | undefined,
): Promise<Mapping> {
  if (wanted === undefined) return genericMapping(kind)
  const preset = presetMapping(wanted)
  if (preset) return sameKind(preset, kind)
  const saved = (await services.stores.imports.mappings(tenantId)).find((one) => one.id === wanted)
  if (saved) return sameKind(saved.mapping, kind)
  const ids = presets.filter((preset) => preset.kind === kind).map((preset) => preset.id)
  throw invalidInput({
    message: { zh: `没有映射 ${wanted}`, en: `There is no mapping ${wanted}` },
    remedy: { zh: `可用的预设：${ids.join('、')}`, en: `Presets of this kind: ${ids.join(', ')}` },
    issues: [{ path: 'body.mapping', message: 'a preset or the id of a saved mapping' }],
  })
}

function sameKind(mapping: Mapping, kind: IntakeKind): Mapping {
  if (mapping.kind === kind) return mapping
  throw invalidInput({
    message: {
      zh: `映射用于 ${mapping.kind}，不能用于 ${kind}`,
      en: `The mapping is for ${mapping.kind}, not ${kind}`,
    },
    remedy: { zh: `发送到 /api/v1/intake/${mapping.kind}`, en: `Send it to /api/v1/intake/${mapping.kind}` },
  })
}
