import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { AnalyzerFor } from '../conversations/analyzer-pool.ts'
import { notFound } from '../errors/errors.ts'
import type { FactStore } from '../facts/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { countRows } from './counts.ts'
import { dropDuplicates } from './duplicates.ts'
import { insertRows } from './insert-rows.ts'
import { planBatch } from './plan-analysis.ts'
import type { IntakeRepository } from './ports.ts'
import type { MappedBatch } from './to-rows.ts'

const expand = promisify(gunzip)

export interface ProcessBatchPorts {
  facts: FactStore
  intake: IntakeRepository
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  analyzerFor: AnalyzerFor
  /** Epoch ms. */
  clock: () => number
}

/**
 * Stores an accepted intake batch and sends what follows from it together with its completion, in one transaction.
 * Safe to repeat: rows it stored in a broken attempt are its own, and the insert token holds.
 */
export async function processBatch(
  ports: ProcessBatchPorts,
  job: { tenantId: string; batchId: string },
): Promise<boolean> {
  const batch = await ports.intake.get(job.tenantId, job.batchId)
  if (batch === null) throw notFound({ message: { zh: '没有这一批数据', en: 'No such batch' } })
  if (batch.state !== 'accepted') return false
  const mapped = JSON.parse((await expand(batch.payload)).toString('utf8')) as MappedBatch
  await dropDuplicates(mapped, ports.facts)
  const settings = await settingsOf(ports.workspaces, job.tenantId)
  const analyzer = () => ports.analyzerFor(settings.packs)
  await insertRows(ports.facts, mapped.rows, analyzer, `intake:${batch.id}`)
  const followUps = planBatch(job.tenantId, mapped.rows, settings)
  return ports.intake.finish(batch.id, countRows(mapped.tallies), followUps, ports.clock())
}
