import type { SourceItem } from '@kesheng/contracts/http/data.routes'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import type { FactStore } from '../facts/ports.ts'
import type { BatchCounts, ImportRecord, ImportRepository, Source } from '../intake/ports.ts'
import { qualityOf } from '../intake/quality.ts'
import type { ReadingContext } from '../explorer/ports.ts'
import { isoTime } from '../metrics/time-range.ts'
import { sourceCounts, type SourceCount } from './source-counts.ts'

interface Ports {
  readonly facts: Pick<FactStore, 'query'>
  readonly imports: Pick<ImportRepository, 'sources' | 'listBySource'>
}

/** Every data source of the workspace: how much, how fresh, how good, whose, and what was made of it. */
export async function listSources(
  { facts, imports }: Ports,
  scope: Scope,
  context: ReadingContext,
): Promise<SourceItem[]> {
  const [sources, counts] = await Promise.all([
    imports.sources(scope.tenantId),
    runSelect<SourceCount>(facts, sourceCounts(scope), context),
  ])
  return Promise.all(
    sources.map(async (source) => {
      const records = await imports.listBySource(scope.tenantId, source.id)
      const own = counts.filter((count) => count.sourceId === source.id)
      return toSourceItem(source, records, own, context.timezone)
    }),
  )
}

/** Facts that hold a source's own rows, by its kind; opinions and tags are derived from them. */
const homeOf: Readonly<Record<IntakeKind, string>> = {
  chats: 'message',
  conversations: 'message',
  reviews: 'review',
  orders: 'order_line',
  refunds: 'refund',
  'survey-answers': 'survey_answer',
  'agent-ratings': 'survey_answer',
  'agent-status': 'agent_status',
  'operation-events': 'operation_event',
}

export function toSourceItem(
  source: Source,
  records: readonly ImportRecord[],
  counts: readonly SourceCount[],
  timezone: string,
): SourceItem {
  const home = counts.find((count) => count.noun === homeOf[source.kind])
  const newest = records.toSorted((one, other) => other.startedAt - one.startedAt)[0]
  const totals = totalCounts(records)
  const { score = null, ...quality } = qualityOf(totals) ?? {}
  const { id, name, kind, ownership, platform, owner } = source
  return {
    id,
    name,
    kind,
    ownership,
    platform,
    owner,
    rows: home?.amount ?? 0,
    duplicates: totals.duplicates,
    rejected: totals.rejected,
    from: home ? isoTime(home.earliest, timezone) : null,
    to: home ? isoTime(home.latest, timezone) : null,
    lastImportAt: newest ? isoTime(newest.finishedAt ?? newest.startedAt, timezone) : null,
    qualityScore: score,
    quality,
    lineage: {
      imports: records.length,
      files: [...new Set(records.map((record) => record.file))],
      mapping: newest?.options.mapping.name ?? '',
      facts: counts.filter((count) => count.amount > 0).map((count) => count.noun),
    },
  }
}

const noCounts: BatchCounts = {
  read: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  missingTime: 0,
  assumedTime: 0,
  unknownRole: 0,
  mojibake: 0,
  futureDates: 0,
  duplicatedIds: 0,
}

/** A cancelled import's rows were taken back, so its counts say nothing about the source. */
function totalCounts(records: readonly ImportRecord[]): BatchCounts {
  const kept = records.filter((record) => record.state !== 'cancelled')
  const total = { ...noCounts }
  for (const key of Object.keys(noCounts) as (keyof BatchCounts)[]) {
    for (const record of kept) total[key] += record[key]
  }
  return total
}
