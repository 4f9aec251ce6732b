import { analyseTexts } from '@kesheng/core/intake/analyse-texts'
import { z } from 'zod'
import type { Job } from './job.ts'
import { bucketRange, day, importId, tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

export function analyseTextsJob(ports: WorkPorts): Job<'analyse-texts'> {
  return {
    name: 'analyse-texts',
    schema: z.object({
      tenantId,
      subject: z.enum(['review', 'survey_answer']),
      day,
      ...bucketRange,
      importId,
    }),
    concurrency: 2,
    handle: async (payload, { attemptId }) => {
      const { rows } = await analyseTexts(ports, payload, attemptId)
      ports.log.debug({ day: payload.day, subject: payload.subject, rows }, 'analysed texts again')
    },
  }
}
