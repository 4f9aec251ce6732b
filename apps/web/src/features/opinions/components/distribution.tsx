import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { axisTooltip, chartGrid, chartLegend, valueAxis } from '#components/charts/axes.ts'
import { Chart, type ChartTable } from '#components/charts/chart.tsx'
import type { Palette } from '#components/tokens.ts'
import { useLanguage } from '#i18n/language.ts'
import { formatCount, formatValue, type Language } from '#lib/format/value.ts'
import { keyOf, negativeShare, type OpinionNode } from '../prepare/opinion-tree.ts'
import { topLeaves } from '../prepare/tree-rows.ts'
import { treemapItems } from '../prepare/treemap.ts'

const barsShown = 15

interface DistributionProps {
  root: OpinionNode
  onSelect: (key: string) => void
}

function useLeavesTable(leaves: readonly OpinionNode[], onSelect: (key: string) => void): ChartTable {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(
    () => ({
      head: [t('opinions.name'), t('opinions.mentions'), t('opinions.negativeShare')],
      rows: leaves.map((node) => ({
        key: keyOf(node.path),
        cells: [
          node.path.join(' / '),
          formatCount(node.mentions, language),
          formatValue(negativeShare(node), 'share', language),
        ],
        onOpen: () => onSelect(keyOf(node.path)),
      })),
    }),
    [leaves, language, t, onSelect],
  )
}

function pathOf(data: unknown): string | null {
  const key = (data as { key?: unknown } | null)?.key
  return typeof key === 'string' ? key : null
}

/** Treemap of level 1 → 3: area is mentions, colour the negative share. */
export function OpinionMap({ root, onSelect }: DistributionProps) {
  const { t } = useTranslation()
  const leaves = useMemo(() => topLeaves(root, 200), [root])
  const build = useCallback((palette: Palette) => mapOption(root, palette), [root])
  return (
    <Chart
      label={t('opinions.mapLabel')}
      build={build}
      table={useLeavesTable(leaves, onSelect)}
      height={330}
      onPick={({ data }) => {
        const key = pathOf(data)
        if (key) onSelect(key)
      }}
    />
  )
}

function mapOption(root: OpinionNode, palette: Palette) {
  return {
    tooltip: {},
    series: [
      {
        type: 'treemap',
        data: treemapItems(root, palette),
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 26,
        bottom: 0,
        visibleMin: 1,
        label: { overflow: 'truncate', fontSize: 12 },
        upperLabel: { show: true, height: 20, color: palette.text, fontWeight: 600 },
        levels: [
          {
            itemStyle: { borderColor: palette.surface, borderWidth: 0, gapWidth: 3 },
            upperLabel: { show: false },
          },
          { itemStyle: { borderColor: palette.border, borderWidth: 2, gapWidth: 1 } },
          {
            itemStyle: { borderColor: palette.surface, borderWidth: 1, gapWidth: 1 },
            upperLabel: { show: false },
          },
        ],
      },
    ],
  }
}

/** The most mentioned level-3 opinions as stacked bars. */
export function OpinionBars({ root, onSelect }: DistributionProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const leaves = useMemo(() => topLeaves(root, barsShown), [root])
  const names = useMemo(
    () => ({
      negative: t('values.sentiment.negative'),
      neutral: t('values.sentiment.neutral'),
      positive: t('values.sentiment.positive'),
    }),
    [t],
  )
  const build = useCallback(
    (palette: Palette) => barsOption(leaves, names, palette, language),
    [leaves, names, language],
  )
  return (
    <Chart
      label={t('opinions.barLabel')}
      build={build}
      table={useLeavesTable(leaves, onSelect)}
      height={420}
      onPick={({ dataIndex }) => {
        const node = leaves[dataIndex]
        if (node) onSelect(keyOf(node.path))
      }}
    />
  )
}

type Polarities = Record<'negative' | 'neutral' | 'positive', string>

function barsOption(leaves: readonly OpinionNode[], names: Polarities, palette: Palette, language: Language) {
  const colours = { negative: palette.negative, neutral: palette.quiet, positive: palette.positive }
  return {
    grid: chartGrid,
    legend: chartLegend,
    tooltip: axisTooltip(['count', 'count', 'count'], language),
    xAxis: valueAxis('count', language),
    yAxis: { type: 'category', inverse: true, data: leaves.map(({ path }) => path[2] ?? '') },
    series: (['negative', 'neutral', 'positive'] as const).map((key) => ({
      type: 'bar',
      name: names[key],
      stack: 'mentions',
      barMaxWidth: 18,
      data: leaves.map((node) => node[key]),
      itemStyle: { color: colours[key], borderRadius: 0 },
    })),
  }
}
