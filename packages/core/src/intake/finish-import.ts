import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import type { FactStore } from '../facts/ports.ts'
import type { AnalyseDayJob, AttributeJob, JobQueue } from '../queue/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { attributeJobs, planChats, type FollowUps } from './plan-analysis.ts'
import { analysisJobId } from './analysis-job-id.ts'
import type { ImportRecord, ImportRepository } from './ports.ts'

export interface FinishPorts {
  facts: FactStore
  imports: ImportRepository
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  queue: Pick<JobQueue, 'send'>
  /** Epoch ms. */
  clock: () => number
}

/** What kinds of facts an import brings; reviews and answers were analysed on the way in. */
const bringsChats: ReadonlySet<IntakeKind> = new Set(['chats', 'conversations'])
const attributed: Partial<Record<IntakeKind, 'orders' | 'ratings'>> = {
  orders: 'orders',
  'agent-ratings': 'ratings',
  'survey-answers': 'ratings',
}

async function followUps(ports: FinishPorts, record: ImportRecord): Promise<FollowUps> {
  const { tenantId } = record
  const touched = await ports.imports.touched(record.id)
  const { kind } = record.options.mapping
  const what = attributed[kind]
  const settings: WorkspaceSettings = await settingsOf(ports.workspaces, tenantId)
  const days = touched.map(({ day }) => day)
  return {
    analyse: bringsChats.has(kind) ? await planChats(ports.facts, tenantId, touched) : [],
    attribute: what === undefined ? [] : attributeJobs(tenantId, days, what, settings),
  }
}

async function sendAll(ports: FinishPorts, jobs: FollowUps): Promise<void> {
  if (jobs.analyse.length > 0) await ports.queue.send('analyse-day', jobs.analyse)
  if (jobs.attribute.length > 0) await ports.queue.send('attribute', jobs.attribute)
}

/**
 * Plans the analysis of a read import and hands what is missing of it to the workers. The state changes before the
 * jobs are sent: after a crash in between, or after work that was given up, it is called again, and each unit of work
 * counts once. Units of an earlier plan stay counted although a later one may cut days into other ranges.
 */
export async function planImport(ports: FinishPorts, record: ImportRecord): Promise<ImportRecord['state']> {
  const planned = await followUps(ports, record)
  const done = new Set(await ports.imports.analysedJobs(record.id))
  const wait = <J extends AnalyseDayJob | AttributeJob>(job: J): J =>
    Object.assign(job, { importId: record.id })
  const jobs = {
    analyse: planned.analyse.map(wait).filter((job) => !done.has(analysisJobId('analyse-day', job))),
    attribute: planned.attribute.map(wait).filter((job) => !done.has(analysisJobId('attribute', job))),
  }
  const missing = jobs.analyse.length + jobs.attribute.length
  const toAnalyse = done.size + missing
  const now = ports.clock()
  if (missing === 0) {
    const ended = await ports.imports.transition(record.id, ['running', 'analysing'], 'done', {
      now,
      toAnalyse,
    })
    return ended ? 'done' : await stateOf(ports, record)
  }
  const moved = await ports.imports.transition(record.id, ['running', 'analysing'], 'analysing', {
    now,
    toAnalyse,
  })
  if (!moved) return stateOf(ports, record)
  await sendAll(ports, jobs)
  return 'analysing'
}

async function stateOf(ports: FinishPorts, record: ImportRecord): Promise<ImportRecord['state']> {
  return (await ports.imports.get(record.tenantId, record.id))?.state ?? record.state
}

/** Work that brings conversations up to date after rows were taken away: whole days, no import waits for it. */
export async function repairAfterRemoval(
  ports: Pick<FinishPorts, 'workspaces' | 'queue'>,
  tenantId: string,
  kind: IntakeKind,
  days: readonly number[],
): Promise<void> {
  if (days.length === 0) return
  const what = attributed[kind]
  if (bringsChats.has(kind)) {
    const near = [...new Set(days.flatMap((day) => [day - 1, day, day + 1]))].sort((a, b) => a - b)
    await ports.queue.send(
      'analyse-day',
      near.map((day) => ({ tenantId, day, bucketFrom: 0, bucketTo: 255 })),
    )
  }
  if (what !== undefined) {
    const settings = await settingsOf(ports.workspaces, tenantId)
    await ports.queue.send('attribute', attributeJobs(tenantId, days, what, settings))
  }
}
