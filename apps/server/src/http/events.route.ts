import { dataRoutes as contract, type WorkspaceEvent } from '@kesheng/contracts/http/data.routes'
import { changedSince, type WorkspaceState } from '../events/workspace-state.ts'
import { serveStream, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

/** How often a connected reader's workspace is looked at. One small query each, whatever process does the work. */
const intervalMs = 1000

export function eventRoutes(services: Services): ServedRoute[] {
  return [
    serveStream(contract.events, async ({ principal, reply, signal }) => {
      await reply.sse.send(events(services, principal.tenant.id, signal))
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
    const after = await stateOf(services, tenantId)
    for (const data of changedSince(before, after)) yield { data }
    before = after
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
