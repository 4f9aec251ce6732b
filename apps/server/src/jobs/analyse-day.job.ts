import { analyseDay } from '@kesheng/core/conversations/analyse-day'
import { z } from 'zod'
import type { Job } from './job.ts'
import { bucketRange, day, importId, tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

export function analyseDayJob(ports: WorkPorts): Job<'analyse-day'> {
  return {
    name: 'analyse-day',
    schema: z.object({
      tenantId,
      day,
      ...bucketRange,
      threadIds: z.array(z.string()).exactOptional(),
      importId,
    }),
    concurrency: 4,
    handle: async (payload, { attemptId }) => {
      const done = await analyseDay(ports, payload, attemptId)
      ports.log.debug({ day: payload.day, ...done }, 'analysed a day')
    },
  }
}
