import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { useTranslation } from 'react-i18next'
import { MetricTile } from '#components/metric-tile.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatCount, formatValue, noValue } from '#lib/format/value.ts'
import { deltaOf } from '#lib/metrics/direction.ts'
import { totalsOf, type ResultRow } from '#lib/metrics/result.ts'
import { useCatalogue } from '#lib/page/catalogue.ts'
import { usePageActions } from '#lib/page/page-context.ts'
import styles from '../overview.module.css'
import { sampleOf, tileMetrics } from '../prepare/overview-metrics.ts'
import { sparkValues } from '../prepare/trend.ts'

interface TileProps {
  metric: string
  totals: ResultRow
  asked: boolean
  trend: QueryResult | undefined
}

function Tile({ metric, totals, asked, trend }: TileProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openEvidence } = usePageActions()
  const info = useCatalogue().metrics.get(metric)
  if (!info) return null
  const label = info.label[language]
  if (!asked)
    return <MetricTile label={label} value={noValue} n={undefined} description={t('overview.notFiltered')} />
  const value = totals.number(metric)
  const sample = sampleOf[metric]
  return (
    <MetricTile
      label={label}
      value={formatValue(value, info.unit, language)}
      n={sample ? formatCount(totals.number(sample), language) : undefined}
      delta={deltaOf(metric, info.unit, value, totals.previous(metric), language)}
      trend={sparkValues(trend, metric)}
      description={info.description[language]}
      onOpen={() => openEvidence({ metric, filters: [] })}
    />
  )
}

export function Tiles({ totals, trend }: { totals: QueryResult; trend: QueryResult | undefined }) {
  const { t } = useTranslation()
  const row = totalsOf(totals)
  const asked = new Set(totals.columns.map(({ id }) => id))
  return (
    <section className={styles.tiles} aria-label={t('overview.figures')}>
      {tileMetrics.map((metric) => (
        <Tile key={metric} metric={metric} totals={row} asked={asked.has(metric)} trend={trend} />
      ))}
    </section>
  )
}
