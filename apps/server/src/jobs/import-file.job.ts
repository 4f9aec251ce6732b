import { KeshengError } from '@kesheng/core/errors/errors'
import { runImport } from '@kesheng/core/intake/run-import'
import { failImport } from '@kesheng/core/intake/start-import'
import { z } from 'zod'
import { fileReader } from '../intake/file-reader.ts'
import type { Job } from './job.ts'
import { tenantId } from './payloads.ts'
import type { WorkPorts } from './work-ports.ts'

/** The queue gives up after 16 tries (about six minutes); the last one tells the person why. */
const lastAttempt = 16

export function importFileJob(ports: WorkPorts): Job<'import-file'> {
  /** After a restart an import can be in the queue twice; one reader is enough. */
  const running = new Set<string>()
  return {
    name: 'import-file',
    schema: z.object({ tenantId, importId: z.string() }),
    concurrency: 2,
    handle: async (payload, { attempt }) => {
      const { importId } = payload
      if (running.has(importId)) return
      running.add(importId)
      try {
        const state = await runImport({ ...ports, reader: fileReader }, payload)
        ports.log.info({ importId, state }, 'import read')
      } catch (error) {
        if (!isHopeless(error) && attempt < lastAttempt) throw error
        await failImport(ports, importId, reasonOf(error))
        ports.log.warn({ importId, err: error }, 'import failed')
      } finally {
        running.delete(importId)
      }
    },
  }
}

/** What is wrong with the file itself stays wrong, however often it is tried. */
function isHopeless(error: unknown): boolean {
  return error instanceof KeshengError && (error.code === 'InvalidInput' || error.code === 'NotFound')
}

function reasonOf(error: unknown): string {
  if (error instanceof KeshengError) return [error.text.zh, error.remedy?.zh ?? ''].filter(Boolean).join(' ')
  return error instanceof Error ? error.message : String(error)
}
