import { processBatch } from '@kesheng/core/intake/process-batch'
import { z } from 'zod'
import type { Job } from './job.ts'
import { tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

export function intakeBatchJob(ports: WorkPorts): Job<'intake-batch'> {
  return {
    name: 'intake-batch',
    schema: z.object({ tenantId, batchId: z.string() }),
    // One after another: a batch looks for duplicates of what the one before it stored.
    concurrency: 1,
    handle: async (payload) => {
      await processBatch(ports, payload)
    },
  }
}
