import type { Text } from '../errors/errors.ts'
import type { DeadJob } from '../queue/ports.ts'
import type { ImportRepository } from './ports.ts'

interface FailPorts {
  imports: Pick<ImportRepository, 'transition'>
  /** Epoch ms. */
  clock: () => number
}

/** Marks an import as failed for a reason a person can read. */
export async function failImport(ports: FailPorts, importId: string, error: Text): Promise<void> {
  await ports.imports.transition(importId, ['running', 'analysing', 'cancelling'], 'failed', {
    now: ports.clock(),
    error,
  })
}

/** Ends the import that waits for a job which was given up, so that it says why instead of hanging. */
export async function failImportOf(ports: FailPorts, job: DeadJob): Promise<void> {
  if (job.name === 'intake-batch' || job.payload.importId === undefined) return
  const { zh, en } = job.error
  const error =
    job.name === 'import-file'
      ? { zh: `读取文件时反复出错：${zh}`, en: `Reading the file failed again and again: ${en}` }
      : {
          zh: `行已入库，但部分分析反复出错：${zh}。重新启动服务，或再导入一次同一文件，会接着分析。`,
          en: `The rows are stored, but part of their analysis failed again and again: ${en}. Restart the service or import the same file again, and it goes on.`,
        }
  await failImport(ports, job.payload.importId, error)
}
