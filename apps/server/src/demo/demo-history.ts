import type { AuditEntry } from '@kesheng/core/people/ports'

/** What a demo is generated from; kept in the audit log, so that a broken load goes on with the same data. */
export interface DemoParameters {
  /** Tells this load from every other one: deleted and generated again, nothing is taken for a repetition. */
  loadId: string
  seed: number
  messages: number
  /** Epoch ms; the data end with the midnight before it. */
  now: number
}

export const demoActions = { load: 'demo.load', loaded: 'demo.loaded', delete: 'demo.delete' } as const

export type DemoHistory =
  | { kind: 'never' }
  | { kind: 'unfinished'; parameters: DemoParameters }
  | { kind: 'loaded' }
  | { kind: 'deleted' }

/** What became of the demo, from the audit entries (newest first). */
export function demoHistory(entries: readonly Pick<AuditEntry, 'action' | 'detail'>[]): DemoHistory {
  const actions: readonly string[] = Object.values(demoActions)
  const last = entries.find((entry) => actions.includes(entry.action))
  if (!last) return { kind: 'never' }
  if (last.action === demoActions.delete) return { kind: 'deleted' }
  if (last.action === demoActions.loaded) return { kind: 'loaded' }
  return { kind: 'unfinished', parameters: last.detail as unknown as DemoParameters }
}

/** The "file" of demo imports is the generator; nothing on disk has such a path. */
export function demoPath(parameters: DemoParameters): string {
  return `demo:${parameters.loadId}`
}

/** Who starts demo imports; people have e-mail addresses. */
export const demoActor = 'demo'
