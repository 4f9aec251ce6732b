import type { ImportRecord } from '@kesheng/core/intake/ports'
import { describe, expect, it } from 'vitest'
import { reconcileImports } from './reconcile.ts'

const record = (id: string, change: Partial<ImportRecord> = {}) =>
  ({ id, tenantId: 't', startedBy: 'a@example.com', state: 'running', ...change }) as ImportRecord

async function resent(records: ImportRecord[], waiting: number): Promise<string[]> {
  const sent: string[] = []
  await reconcileImports({
    imports: { unfinished: async () => records },
    queue: {
      backlog: async () => ({ waiting, running: 0, oldestSeconds: 0 }),
      send: async (_name, payloads) => {
        for (const payload of payloads) if ('importId' in payload) sent.push(payload.importId ?? '')
      },
    },
  })
  return sent
}

describe('reconcileImports', () => {
  it('hands out unfinished imports of an idle queue again', async () => {
    expect(await resent([record('a'), record('b', { state: 'analysing' })], 0)).toEqual(['a', 'b'])
  })

  it('leaves a queue alone that still has work', async () => {
    expect(await resent([record('a')], 1)).toEqual([])
  })

  it('leaves demo imports that are being read to the demo', async () => {
    const demo = { startedBy: 'demo' }
    expect(await resent([record('a', demo), record('b', { ...demo, state: 'analysing' })], 0)).toEqual(['b'])
  })
})
