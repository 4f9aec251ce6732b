import { resumeAnalysis } from '@kesheng/core/intake/resume-analysis'
import { reconcileImports } from '../intake/reconcile.ts'
import type { UploadSpool } from '../intake/upload-spool.ts'
import type { WorkPorts } from '../jobs/work-ports.ts'

const reconcileMs = 30_000
const sweepMs = 3_600_000
/** People may start an import from the preview of a file the next morning. */
const keepUploadsMs = 86_400_000

/**
 * What has to be looked after while the process runs; answers with the function that stops it. `uploads` is null in a
 * process that reads no files.
 */
export function startHousekeeping(ports: WorkPorts, uploads: UploadSpool | null): () => void {
  const quietly = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) =>
      ports.log.warn({ err: error }, 'housekeeping failed; it is tried again later'),
    )
  }
  const resume = quietly(async () => {
    const resumed = await resumeAnalysis(ports, await ports.imports.unanalysed())
    if (resumed > 0) ports.log.info({ imports: resumed }, 'going on with analysis that was given up')
  })
  resume()
  if (uploads === null) return () => undefined
  const reconcile = quietly(async () => {
    const sent = await reconcileImports(ports)
    if (sent > 0) ports.log.info({ imports: sent }, 'going on with unfinished imports')
  })
  const sweep = quietly(async () => {
    const needed = new Set((await ports.imports.unfinished()).map((record) => record.uploadId))
    await uploads.sweep(ports.clock() - keepUploadsMs, (id) => needed.has(id))
  })
  reconcile()
  sweep()
  const timers = [setInterval(reconcile, reconcileMs), setInterval(sweep, sweepMs)]
  return () => timers.forEach((timer) => clearInterval(timer))
}
