import { contentId } from '../identity/ids.ts'
import type { JobPayloads } from '../queue/ports.ts'

/**
 * Names a unit of analysis by what it covers, so that a job sent twice (after a crash between planning and sending)
 * counts once for the import that waits for it.
 */
export function analysisJobId<N extends 'analyse-day' | 'analyse-texts' | 'attribute'>(
  name: N,
  payload: JobPayloads[N],
): string {
  const parts = Object.entries(payload).sort(([a], [b]) => (a < b ? -1 : 1))
  return contentId('analysis', name, JSON.stringify(parts))
}
