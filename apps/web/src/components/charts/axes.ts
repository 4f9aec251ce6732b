import { formatValue, type Language } from '#lib/format/value.ts'

/** A value axis that writes its numbers with the unit; the second one stands right without grid lines. */
export function valueAxis(unit: string, language: Language, second = false) {
  return {
    type: 'value' as const,
    axisLabel: { formatter: (value: number) => formatValue(value, unit, language) },
    splitLine: { show: !second },
    ...(unit === 'share' ? { min: 0 } : {}),
  }
}

export const chartGrid = { left: 8, right: 8, top: 40, bottom: 4, containLabel: true }

/** Leaves room on the right for the table switch. */
export const chartLegend = { type: 'scroll', top: 0, left: 0, right: 64, itemWidth: 16, itemHeight: 10 }

interface TooltipEntry {
  marker: string
  seriesName: string
  seriesIndex: number
  value: number | null
  axisValueLabel: string
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

/** Tooltip over an axis point: every series with its value in its own unit. */
export function axisTooltip(units: readonly string[], language: Language) {
  return {
    trigger: 'axis' as const,
    formatter: (given: unknown) => {
      const entries = given as TooltipEntry[]
      const lines = entries.map(
        ({ marker, seriesName, seriesIndex, value }) =>
          `${marker} ${escaped(seriesName)} <b>${formatValue(value, units[seriesIndex] ?? '', language)}</b>`,
      )
      return [escaped(entries[0]?.axisValueLabel ?? ''), ...lines].join('<br>')
    },
  }
}
