import type { WorkspaceEvent } from '@kesheng/contracts/http/data.routes'

/** What the event stream watches of one workspace. */
export interface WorkspaceState {
  imports: { id: string; state: string; read: number; analysed: number; kind: string }[]
  /** Jobs not finished. */
  waiting: number
  lagSeconds: number
}

/** The events that lead from one state to the next. Reads the stores only, so it is right for any number of processes. */
export function changedSince(before: WorkspaceState | null, after: WorkspaceState): WorkspaceEvent[] {
  if (!before) return [lag(after)]
  const known = new Map(before.imports.map((one) => [one.id, one]))
  const moved = after.imports.filter((one) => JSON.stringify(known.get(one.id)) !== JSON.stringify(one))
  const kinds = [
    ...new Set(
      moved
        .filter((one) => known.get(one.id)?.analysed !== one.analysed || one.state === 'done')
        .map((one) => one.kind),
    ),
  ]
  const workDone = before.waiting > after.waiting
  return [
    ...moved.map((one): WorkspaceEvent => ({ type: 'import.progress', importId: one.id })),
    ...(kinds.length > 0 || workDone ? [{ type: 'data.changed', kinds } satisfies WorkspaceEvent] : []),
    ...(before.waiting === after.waiting ? [] : [lag(after)]),
  ]
}

function lag({ waiting, lagSeconds }: WorkspaceState): WorkspaceEvent {
  return { type: 'analysis.lag', waiting, lagSeconds }
}
