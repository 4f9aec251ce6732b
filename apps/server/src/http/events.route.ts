import { dataRoutes as contract, type WorkspaceEvent } from '@kesheng/contracts/http/data.routes'
import { changedSince, type WorkspaceState } from '../events/workspace-state.ts'
import { serveStream, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

/** How often a connected reader's workspace is looked at. One small query each, whatever process does the work. */
const intervalMs = 1000

export function eventRoutes(services: Services): ServedRoute[] {
  return [
    serveStream(contract.events, async ({ principal, reply, signal }) => {
      const gone = AbortSignal.any([signal, services.stopping])
      await reply.sse.send(events(services, principal.tenant.id, gone))
    }),
  ]
}

async function* events(
  services: Services,
  tenantId: string,
  signal: AbortSignal,
): AsyncGenerator<{ data: WorkspaceEvent }> {
  let before: WorkspaceState | null = null
  while (!signal.aborted) {
    // While an engine restarts there is nothing to tell; the stream goes on after it.
    const after = await stateOf(services, tenantId).catch(() => null)
    if (after) {
      for (const data of changedSince(before, after)) yield { data }
      before = after
    }
    await pause(intervalMs, signal)
  }
}

async function stateOf(services: Services, tenantId: string): Promise<WorkspaceState> {
  const [records, backlog] = await Promise.all([
    services.stores.imports.list(tenantId, 50),
    services.stores.queue.backlog(tenantId),
  ])
  return {
    imports: records.map(({ id, state, read, analysed, options }) => ({
      id,
      state,
      read,
      analysed,
      kind: options.mapping.kind,
    })),
    waiting: backlog.waiting + backlog.running,
    lagSeconds: backlog.oldestSeconds,
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
