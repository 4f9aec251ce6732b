import type { EvidenceItem } from '@kesheng/contracts/http/insight.routes'
import type { EvidenceRequest, EvidenceSubject } from '@kesheng/contracts/metrics/query'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import type { Reading, ReadingContext } from '../explorer/ports.ts'
import type { RowRef } from '../explorer/refs.ts'
import type { FactStore } from '../facts/ports.ts'
import { filtersFor, metricById } from './compile/resolve.ts'
import { loadEvidence } from './evidence-items.ts'
import { planEvidence } from './evidence-plan.ts'
import { resolveTimeRange } from './time-range.ts'

export interface EvidenceResult {
  readonly subject: EvidenceSubject
  readonly total: number
  /** Entries that count for the upper part of a share; null for figures without one. */
  readonly numeratorTotal: number | null
  readonly items: EvidenceItem[]
}

/**
 * The rows that make a number. For counts the list is as long as the number (distinct buyers: one conversation
 * each); for means and shares it is the sample the figure was taken over.
 */
export async function runEvidence(
  { facts }: { facts: Pick<FactStore, 'query'> },
  request: EvidenceRequest,
  scope: Scope,
  context: ReadingContext,
): Promise<EvidenceResult> {
  const { evidence } = metricById(request.metric)
  const { subject, numerator } = evidence
  const period = resolveTimeRange(request.timeRange, context)
  const narrowing = { filters: filtersFor(subject, request.filters), period, ownership: request.ownership }
  const plan = planEvidence(evidence, narrowing, scope, request)
  const [[totals = { total: 0, satisfied: 0 }], refs] = await Promise.all([
    runSelect<{ total: number; satisfied: number }>(facts, plan.totals, context),
    runSelect<RowRef & { counts: boolean | number }>(facts, plan.page, context),
  ])
  const { total, satisfied } = totals
  const complement = numerator?.complement ?? false
  const marked = refs.map(({ counts, ...ref }) => ({ ref, numerator: Boolean(counts) !== complement }))
  const reading: Reading = { facts, scope, context }
  return {
    subject,
    total,
    numeratorTotal: numerator ? (complement ? total - satisfied : satisfied) : null,
    items: await loadEvidence(
      reading,
      subject,
      numerator ? marked : marked.map(({ ref }) => ({ ref, numerator: false })),
    ),
  }
}
