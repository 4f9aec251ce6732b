import { attributeDays } from '@kesheng/core/conversations/attribute'
import { z } from 'zod'
import type { Job } from './job.ts'
import { day, importId, tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

export function attributeJob(ports: WorkPorts): Job<'attribute'> {
  return {
    name: 'attribute',
    schema: z.object({
      tenantId,
      dayFrom: day,
      dayTo: day,
      buyerIds: z.array(z.string()).exactOptional(),
      importId,
    }),
    concurrency: 1,
    handle: async (payload, { attemptId }) => {
      const { changed } = await attributeDays(ports, payload, attemptId)
      ports.log.debug(
        { dayFrom: payload.dayFrom, dayTo: payload.dayTo, changed },
        'tied orders to conversations',
      )
    },
  }
}
