import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { axisTooltip, chartGrid, chartLegend, valueAxis } from '#components/charts/axes.ts'
import { Chart, type ChartTable } from '#components/charts/chart.tsx'
import type { Palette } from '#components/tokens.ts'
import { useLanguage } from '#i18n/language.ts'
import { pointLabel } from '#lib/format/time.ts'
import { formatCount, formatValue } from '#lib/format/value.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { customPeriod, daysOfPoint, grainOf } from '#lib/url/period.ts'
import type { VolumePoint } from '../prepare/trend.ts'

/** Opens the inquiries of the days behind a point. */
function useOpenPoint() {
  const { range } = usePageContext()
  const { openEvidence } = usePageActions()
  return (time: string) =>
    openEvidence({
      metric: 'inquiries',
      filters: [],
      period: customPeriod(daysOfPoint(time, grainOf(range), range)),
    })
}

export function VolumeChart({ points }: { points: readonly VolumePoint[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const open = useOpenPoint()
  const compared = points.some(({ previous }) => previous !== null)
  const build = useCallback(
    (palette: Palette) => {
      const column = (name: string, key: 'positive' | 'neutral' | 'negative', color: string) => ({
        type: 'bar',
        name,
        stack: 'inquiries',
        data: points.map((point) => point[key]),
        itemStyle: { color, borderRadius: 0 },
        barMaxWidth: 28,
      })
      const before = {
        type: 'line',
        name: t('overview.previousInquiries'),
        data: points.map(({ previous }) => previous),
        lineStyle: { type: 'dashed', width: 1.5 },
        itemStyle: { color: palette.textMuted },
        symbol: 'none',
      }
      const share = {
        type: 'line',
        name: t('overview.negativeShare'),
        yAxisIndex: 1,
        data: points.map(({ negativeShare }) => negativeShare),
        itemStyle: { color: palette.series[1] },
      }
      return {
        grid: chartGrid,
        legend: chartLegend,
        tooltip: axisTooltip(['count', 'count', 'count', 'share', 'count'], language),
        xAxis: { type: 'category', data: points.map(({ time }) => pointLabel(time)) },
        yAxis: [valueAxis('count', language), valueAxis('share', language, true)],
        series: [
          column(t('overview.negative'), 'negative', palette.negative),
          column(t('overview.neutral'), 'neutral', palette.quiet),
          column(t('overview.positive'), 'positive', palette.positive),
          share,
          ...(compared ? [before] : []),
        ],
      }
    },
    [points, compared, language, t],
  )
  const table = useMemo<ChartTable>(
    () => ({
      head: [
        t('overview.time'),
        t('overview.inquiries'),
        t('overview.positive'),
        t('overview.neutral'),
        t('overview.negative'),
        t('overview.negativeShare'),
        ...(compared ? [t('overview.previousInquiries')] : []),
      ],
      rows: points.map((point) => ({
        key: point.time,
        cells: [
          pointLabel(point.time),
          ...[point.inquiries, point.positive, point.neutral, point.negative].map((n) =>
            formatCount(n, language),
          ),
          formatValue(point.negativeShare, 'share', language),
          ...(compared ? [formatCount(point.previous, language)] : []),
        ],
        onOpen: () => open(point.time),
      })),
    }),
    // `open` only closes over the address, which the points follow.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [points, compared, language, t],
  )
  return (
    <Chart
      label={t('overview.volumeLabel')}
      build={build}
      table={table}
      onPick={({ dataIndex }) => open(points[dataIndex]?.time ?? '')}
    />
  )
}
