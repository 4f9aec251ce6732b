import type { OpinionQuote } from '@kesheng/contracts/http/views'
import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { axisTooltip, chartGrid, valueAxis } from '#components/charts/axes.ts'
import { Chart } from '#components/charts/chart.tsx'
import { Panel } from '#components/panel.tsx'
import { Quote } from '#components/quote.tsx'
import { Loaded } from '#components/states.tsx'
import { PlatformTag, PolarityTag } from '#components/tags.tsx'
import type { Palette } from '#components/tokens.ts'
import { useLanguage } from '#i18n/language.ts'
import { formatTime, pointLabel } from '#lib/format/time.ts'
import { formatCount } from '#lib/format/value.ts'
import { keyName } from '#lib/labels/value-label.ts'
import { rowsOf } from '#lib/metrics/result.ts'
import { usePageActions } from '#lib/page/page-context.ts'
import { keepFrame, type PageSearch } from '#lib/page/page-search.ts'
import { useMe, usePermission } from '#lib/session/me.ts'
import { useOpinionTrend, useQuotes } from '../api/opinion-queries.ts'
import styles from '../opinions.module.css'
import { filtersOf, type OpinionNode } from '../prepare/opinion-tree.ts'

const quotesShown = 6

function TrendChart({ result }: { result: QueryResult }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const points = useMemo(
    () =>
      rowsOf(result).map((row) => {
        const [all, positive, negative] = ['mentions', 'positiveMentions', 'negativeMentions'].map(
          (id) => row.number(id) ?? 0,
        ) as [number, number, number]
        return { time: row.text('time'), positive, negative, neutral: all - positive - negative }
      }),
    [result],
  )
  const build = useCallback(
    (palette: Palette) => {
      const series = (key: 'negative' | 'neutral' | 'positive', color: string) => ({
        type: 'bar',
        stack: 'mentions',
        barMaxWidth: 20,
        name: t(`values.sentiment.${key}`),
        data: points.map((point) => point[key]),
        itemStyle: { color, borderRadius: 0 },
      })
      return {
        grid: { ...chartGrid, top: 28 },
        tooltip: axisTooltip(['count', 'count', 'count'], language),
        xAxis: { type: 'category', data: points.map(({ time }) => pointLabel(time)) },
        yAxis: valueAxis('count', language),
        series: [
          series('negative', palette.negative),
          series('neutral', palette.quiet),
          series('positive', palette.positive),
        ],
      }
    },
    [points, language, t],
  )
  const table = useMemo(
    () => ({
      head: [
        t('opinions.time'),
        t('values.sentiment.positive'),
        t('values.sentiment.neutral'),
        t('values.sentiment.negative'),
      ],
      rows: points.map(({ time, positive, neutral, negative }) => ({
        key: time,
        cells: [pointLabel(time), ...[positive, neutral, negative].map((n) => formatCount(n, language))],
      })),
    }),
    [points, language, t],
  )
  return <Chart label={t('opinions.trendLabel')} build={build} table={table} height={190} />
}

function SourceLink({ quote }: { quote: OpinionQuote }) {
  const { t } = useTranslation()
  const inChat = quote.subjectKind === 'conversation'
  if (!inChat && quote.subjectKind !== 'review') return null
  const path: string = inChat ? `/conversations/${quote.subjectId}` : '/reviews'
  const own = inChat ? { message: quote.textId } : { review: quote.subjectId }
  return (
    <Link to={path} search={(known: PageSearch) => ({ ...keepFrame(known), ...own })}>
      {t('opinions.openSource')}
    </Link>
  )
}

function QuoteItem({ quote }: { quote: OpinionQuote }) {
  const language = useLanguage()
  const { timezone } = useMe()
  return (
    <li className={styles.quote}>
      <p>
        <Quote {...quote} />
      </p>
      <p className={styles.quoteMeta}>
        <PolarityTag polarity={quote.polarity} />
        <PlatformTag platform={quote.platform} />
        <span>{keyName(quote.shopId)}</span>
        <time dateTime={quote.occurredAt}>{formatTime(quote.occurredAt, timezone, language)}</time>
        <SourceLink quote={quote} />
      </p>
    </li>
  )
}

function Quotes({ node }: { node: OpinionNode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openEvidence } = usePageActions()
  const own = filtersOf(node)
  const quotes = useQuotes(own, quotesShown)
  return (
    <>
      <h3>{t('opinions.quotes')}</h3>
      <Loaded query={quotes}>
        {({ items, total }) => (
          <>
            <ul className={styles.quotes}>
              {items.map((quote) => (
                <QuoteItem key={quote.opinionId} quote={quote} />
              ))}
            </ul>
            <Button onClick={() => openEvidence({ metric: 'mentions', filters: own })}>
              {t('opinions.allQuotes', { n: formatCount(total, language) })}
            </Button>
          </>
        )}
      </Loaded>
    </>
  )
}

/** The chosen opinion over time and in buyers' own words. */
export function OpinionDetail({ node }: { node: OpinionNode }) {
  const { t } = useTranslation()
  const mayRead = usePermission('conversations.read')
  const trend = useOpinionTrend(filtersOf(node))
  return (
    <Panel title={node.path.join(' / ') || t('opinions.everything')} className={styles.detail}>
      <h3>{t('opinions.trend')}</h3>
      <Loaded query={trend} height={200}>
        {(result) => <TrendChart result={result} />}
      </Loaded>
      {mayRead ? <Quotes node={node} /> : <p className={styles.quoteMeta}>{t('opinions.noRights')}</p>}
    </Panel>
  )
}
