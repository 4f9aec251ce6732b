import { KeshengError, type Text } from '@kesheng/core/errors/errors'
import { failImport } from '@kesheng/core/intake/fail-import'
import { runImport } from '@kesheng/core/intake/run-import'
import { z } from 'zod'
import { fileReader } from '../intake/file-reader.ts'
import { spooled } from '../intake/spooled-file.ts'
import type { Job } from './job.ts'
import { tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

export function importFileJob(ports: WorkPorts): Job<'import-file'> {
  /** After a restart an import can be in the queue twice; one reader is enough. */
  const running = new Set<string>()
  return {
    name: 'import-file',
    schema: z.object({ tenantId, importId: z.string() }),
    concurrency: 2,
    handle: async (payload) => {
      const { importId } = payload
      if (running.has(importId)) return
      running.add(importId)
      try {
        const state = await runImport({ ...ports, reader: spooled(fileReader) }, payload)
        ports.log.info({ importId, state }, 'import read')
      } catch (error) {
        if (!isHopeless(error)) throw error
        await failImport(ports, importId, reasonOf(error))
        ports.log.warn({ importId, err: error }, 'import failed')
      } finally {
        running.delete(importId)
      }
    },
  }
}

/** What is wrong with the file itself stays wrong, however often it is tried. */
function isHopeless(error: unknown): error is KeshengError {
  return error instanceof KeshengError && (error.code === 'InvalidInput' || error.code === 'NotFound')
}

function reasonOf({ text, remedy }: KeshengError): Text {
  return remedy ? { zh: `${text.zh} ${remedy.zh}`, en: `${text.en} ${remedy.en}` } : text
}
