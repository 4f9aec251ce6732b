import { dataRoutes, type WorkspaceEvent } from '@kesheng/contracts/http/data.routes'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { inAreas } from './queries.ts'

const eventTypes = ['import.progress', 'data.changed', 'analysis.lag'] as const

/** What to read again after an event. */
export const areasOf: Record<WorkspaceEvent['type'], readonly string[]> = {
  'import.progress': ['import'],
  'data.changed': ['insight', 'explorer', 'data', 'import', 'session'],
  'analysis.lag': ['data.analysisStatus'],
}

/** A busy import sends many events; figures are read again at most this often. */
const pauseMs = 2000

function isEvent(value: unknown): value is WorkspaceEvent {
  const type = (value as { type?: unknown } | null)?.type
  return eventTypes.some((known) => known === type)
}

/** Collects areas and invalidates them together, at once and then not again before `pauseMs` is over. */
function createInvalidator(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (waiting.size === 0) return
    const areas = [...waiting]
    waiting.clear()
    void client.invalidateQueries({ predicate: ({ queryKey }) => inAreas(queryKey, areas) })
    timer = setTimeout(flush, pauseMs)
  }
  return {
    add(areas: readonly string[]) {
      for (const area of areas) waiting.add(area)
      if (timer === undefined) flush()
    },
    stop: () => clearTimeout(timer),
  }
}

/** Keeps the screens fresh while data comes in; the browser reconnects by itself. */
export function useWorkspaceEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(dataRoutes.events.path)
    const invalidator = createInvalidator(client)
    const receive = (message: MessageEvent<string>) => {
      const event: unknown = JSON.parse(message.data)
      if (isEvent(event)) invalidator.add(areasOf[event.type])
    }
    for (const type of [...eventTypes, 'message']) source.addEventListener(type, receive as EventListener)
    return () => {
      source.close()
      invalidator.stop()
    }
  }, [client])
}
