import { filter } from '@kesheng/contracts/metrics/query'
import { z } from 'zod'
import { isPeriod } from '../url/period.ts'

const period = z.string().refine(isPeriod)

/** Search parameters every page below the shell understands; what cannot be read is left out, never an error page. */
export const pageSearch = z.object({
  period: period.optional().catch(undefined),
  compare: z.literal('off').optional().catch(undefined),
  filters: z.array(filter).optional().catch(undefined),
  evidence: z
    .object({ metric: z.string(), filters: z.array(filter), period: period.exactOptional() })
    .optional()
    .catch(undefined),
})
export type PageSearch = z.infer<typeof pageSearch>

/** What comes along when one goes from page to page. */
export function keepFrame({ period, compare, filters }: PageSearch): PageSearch {
  return { period, compare, filters }
}
