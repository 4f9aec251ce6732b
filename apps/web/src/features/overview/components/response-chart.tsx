import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { axisTooltip, chartGrid, durationAxis, chartLegend, valueAxis } from '#components/charts/axes.ts'
import { Chart, type ChartTable } from '#components/charts/chart.tsx'
import type { Palette } from '#components/tokens.ts'
import { useLanguage } from '#i18n/language.ts'
import { pointLabel } from '#lib/format/time.ts'
import { formatValue } from '#lib/format/value.ts'
import type { ResponsePoint } from '../prepare/trend.ts'

export function ResponseChart({ points }: { points: readonly ResponsePoint[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const build = useCallback(
    (palette: Palette) => {
      const line = (
        name: string,
        key: 'first' | 'average' | 'withinThreeMinutes',
        colour: number,
        second = false,
      ) => ({
        type: 'line',
        name,
        yAxisIndex: second ? 1 : 0,
        data: points.map((point) => point[key]),
        itemStyle: { color: palette.series[colour] },
        ...(second ? { lineStyle: { type: 'dashed', width: 1.5 }, symbol: 'none' } : {}),
      })
      const longest = Math.max(1, ...points.flatMap(({ first, average }) => [first ?? 0, average ?? 0]))
      return {
        grid: chartGrid,
        legend: chartLegend,
        tooltip: axisTooltip(['seconds', 'seconds', 'share'], language),
        xAxis: { type: 'category', data: points.map(({ time }) => pointLabel(time)) },
        yAxis: [durationAxis(longest, language), { ...valueAxis('share', language, true), max: 1 }],
        series: [
          line(t('overview.firstResponse'), 'first', 0),
          line(t('overview.averageResponse'), 'average', 2),
          line(t('overview.threeMinutes'), 'withinThreeMinutes', 1, true),
        ],
      }
    },
    [points, language, t],
  )
  const table = useMemo<ChartTable>(
    () => ({
      head: [
        t('overview.time'),
        t('overview.firstResponse'),
        t('overview.averageResponse'),
        t('overview.threeMinutes'),
      ],
      rows: points.map(({ time, first, average, withinThreeMinutes }) => ({
        key: time,
        cells: [
          pointLabel(time),
          formatValue(first, 'seconds', language),
          formatValue(average, 'seconds', language),
          formatValue(withinThreeMinutes, 'share', language),
        ],
      })),
    }),
    [points, language, t],
  )
  return <Chart label={t('overview.responseLabel')} build={build} table={table} />
}
