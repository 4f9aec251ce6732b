import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import type { EvidenceRequest } from '@kesheng/contracts/metrics/query'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#components/dialog.tsx'
import { Empty, Failure, Loading } from '#components/states.tsx'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { call } from '#lib/api/call.ts'
import { formatCount } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useCatalogue } from '#lib/page/catalogue.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { daysOf, timeRangeOf } from '#lib/url/period.ts'
import { useToday } from '#lib/url/today.ts'
import type { EvidenceTarget } from '#lib/url/search-codec.ts'
import { EvidenceList } from './components/evidence-list.tsx'
import styles from './evidence.module.css'
import { evidenceRow } from './prepare/evidence-row.ts'

const pageSize = 100

/** The page's frame with the target's own filters and period on top. */
function useEvidence(target: EvidenceTarget) {
  const { filters, timeRange, timezone } = usePageContext()
  const own = target.period
  const today = useToday(timezone)
  const request = {
    metric: target.metric,
    filters: [...filters, ...target.filters],
    timeRange: own ? timeRangeOf(daysOf(own, today)) : timeRange,
  } satisfies Partial<EvidenceRequest>
  const query = useInfiniteQuery({
    queryKey: [insightRoutes.evidence.id, request] as const,
    queryFn: ({ pageParam, signal }) =>
      call(insightRoutes.evidence, { body: { ...request, limit: pageSize, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return last.items.length > 0 && loaded < last.total ? loaded : undefined
    },
  })
  return { request, query }
}

function Frame({
  target,
  request,
}: {
  target: EvidenceTarget
  request: ReturnType<typeof useEvidence>['request']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const { dimensions, metrics } = useCatalogue()
  const { from, to } = request.timeRange as { from?: string; to?: string }
  const info = metrics.get(target.metric)
  return (
    <>
      <p className={styles.frame}>
        <Tag tone="accent">{from && to ? `${from} – ${to}` : t('shell.periods.all')}</Tag>
        {request.filters.map(({ dimension, operator, values }) => (
          <Tag key={`${dimension} ${operator} ${values.join()}`}>
            {dimensions.get(dimension)?.label[language] ?? dimension}{' '}
            {t(operator === 'in' ? 'filters.is' : 'filters.isNot')}{' '}
            {values.map((value) => valueLabel(dimension, value)).join('、')}
          </Tag>
        ))}
      </p>
      {info && (
        <p className={styles.definition}>
          {info.description[language]}
          <br />
          {t('evidence.formula')}: <code>{info.formula}</code>
        </p>
      )}
    </>
  )
}

/** What makes a number: a list that has exactly that count, with a way into each row. */
export function EvidenceDrawer({ target }: { target: EvidenceTarget }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { metrics } = useCatalogue()
  const { closeEvidence } = usePageActions()
  const { request, query } = useEvidence(target)
  const first = query.data?.pages[0]
  const rows = useMemo(
    () => query.data?.pages.flatMap((page) => page.items.map(evidenceRow)) ?? [],
    [query.data],
  )
  const name = metrics.get(target.metric)?.label[language] ?? target.metric
  return (
    <Dialog title={`${name} · ${t('evidence.title')}`} kind="drawer" onClose={closeEvidence}>
      <div className={styles.drawer}>
        <Frame target={target} request={request} />
        {first && (
          <p className={styles.total}>
            <strong>
              {t(`evidence.subjects.${first.subject}`, { n: formatCount(first.total, language) })}
            </strong>{' '}
            {first.numeratorTotal !== null &&
              t('evidence.numerator', { n: formatCount(first.numeratorTotal, language) })}
          </p>
        )}
        {query.isPending && <Loading lines={8} />}
        {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        {first?.total === 0 && <Empty title={t('evidence.empty')} />}
        {first && rows.length > 0 && (
          <EvidenceList
            rows={rows}
            total={first.total}
            marksNumerator={first.numeratorTotal !== null}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
            }}
          />
        )}
      </div>
    </Dialog>
  )
}
