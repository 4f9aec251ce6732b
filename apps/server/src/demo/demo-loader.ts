import { conflict } from '@kesheng/core/errors/errors'
import type { Tenant } from '@kesheng/core/workspace/ports'
import type { PeopleRepository } from '@kesheng/core/people/ports'
import type { WorkPorts } from '../jobs/work-ports.ts'
import { demoActions, demoActor, demoHistory, type DemoHistory, type DemoParameters } from './demo-history.ts'
import { loadDemo } from './load-demo.ts'
import { removeDemo } from './remove-demo.ts'

/** ≈ 60,000 messages fill the pages with a quarter's life and are there in well under a minute. */
export const defaultDemo: DemoSize = { seed: 1, messages: 60_000 }

interface DemoSize {
  seed: number
  messages: number
}

export interface DemoStatus {
  state: 'none' | 'loading' | 'ready'
  /** 0–1: reading counts for 40 %, analysis for the rest. */
  progress: number
}

export interface DemoLoader {
  status(): DemoStatus
  /** At the start of the process: goes on with a broken load, or makes the first one in a new workspace. */
  start(tenant: Tenant, options: { empty: boolean }): Promise<void>
  /** Replaces the demo of a workspace; resolves when the load has begun. */
  replace(tenantId: string, actor: string, wanted: DemoSize): Promise<DemoParameters>
  remove(tenantId: string, actor: string): Promise<boolean>
  /** Resolves when the running load has stopped. */
  stop(): Promise<void>
}

type LoaderPorts = WorkPorts & { people: PeopleRepository }

const readingShare = 0.4
const pollMs = 500

export function createDemoLoader(ports: LoaderPorts): DemoLoader {
  let status: DemoStatus = { state: 'none', progress: 0 }
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  const note = (tenantId: string, actor: string, action: string, detail: Record<string, unknown>) =>
    ports.people.audit({
      id: ports.randomId(),
      tenantId,
      at: ports.clock(),
      actor,
      action,
      target: tenantId,
      detail,
    })

  const run = async (tenantId: string, parameters: DemoParameters): Promise<void> => {
    const onProgress = (chats: number) => {
      status = { state: 'loading', progress: readingShare * Math.min(1, chats / parameters.messages) }
    }
    await loadDemo(ports, { tenantId, parameters, signal: stopping.signal, onProgress })
    await analysed(ports, tenantId, stopping.signal, (share) => {
      status = { state: 'loading', progress: readingShare + (1 - readingShare) * share }
    })
    await note(tenantId, demoActor, demoActions.loaded, {})
    status = { state: 'ready', progress: 1 }
    ports.log.info({ messages: parameters.messages }, 'the demo is ready')
  }

  const begin = (tenantId: string, parameters: DemoParameters): void => {
    status = { state: 'loading', progress: 0 }
    running = run(tenantId, parameters).catch((error: unknown) => {
      if (stopping.signal.aborted) return
      status = { state: 'none', progress: 0 }
      ports.log.error({ err: error }, 'the demo could not be loaded; it is tried again at the next start')
    })
  }

  const beginNew = async (tenantId: string, actor: string, wanted: DemoSize): Promise<DemoParameters> => {
    const parameters = { loadId: ports.randomId(), ...wanted, now: ports.clock() }
    await note(tenantId, actor, demoActions.load, { ...parameters })
    await ports.workspaces.setDemo(tenantId, true)
    begin(tenantId, parameters)
    return parameters
  }

  const remove = async (tenantId: string, actor: string): Promise<boolean> => {
    if (status.state === 'loading') throw stillLoading()
    const removed = await removeDemo(ports, tenantId)
    status = { state: 'none', progress: 0 }
    await note(tenantId, actor, demoActions.delete, {})
    return removed
  }

  return {
    status: () => status,
    start: async (tenant, { empty }) => {
      const history = demoHistory(await ports.people.auditEntries(tenant.id, 500, null))
      if (history.kind === 'unfinished') begin(tenant.id, history.parameters)
      else if (history.kind === 'loaded') status = { state: 'ready', progress: 1 }
      else if (!empty && (await isNew(ports, tenant.id, history)))
        await beginNew(tenant.id, demoActor, defaultDemo)
    },
    replace: async (tenantId, actor, wanted) => {
      await remove(tenantId, actor)
      return beginNew(tenantId, actor, wanted)
    },
    remove,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Nothing was ever brought in, and nobody has sent the demo away. */
async function isNew({ imports }: LoaderPorts, tenantId: string, history: DemoHistory): Promise<boolean> {
  return history.kind === 'never' && (await imports.sources(tenantId)).length === 0
}

/** Follows the analysis of the demo's imports to its end. */
async function analysed(
  { imports }: LoaderPorts,
  tenantId: string,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const records = (await imports.list(tenantId, 1000)).filter((record) => record.startedBy === demoActor)
    const done = records.reduce((sum, record) => sum + record.analysed, 0)
    const all = records.reduce((sum, record) => sum + record.toAnalyse, 0)
    onShare(all === 0 ? 1 : done / all)
    if (records.every((record) => record.state !== 'running' && record.state !== 'analysing')) return
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

function stillLoading() {
  return conflict({
    message: { zh: '演示数据还在生成。', en: 'The demo is still being generated.' },
    remedy: { zh: '等它完成（几十秒）后再试。', en: 'Try again when it is done (within a minute).' },
  })
}
