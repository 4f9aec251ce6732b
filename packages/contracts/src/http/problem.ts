import { z } from 'zod'

/** RFC 9457 body of every error answer. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** InvalidInput | NotAllowed | NotSignedIn | NotFound | Conflict | Unavailable | Bug */
  code: z.string(),
  detail: z.string(),
  /** What the reader can do. */
  remedy: z.string().optional(),
  requestId: z.string().optional(),
  /** Field problems of an InvalidInput. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
