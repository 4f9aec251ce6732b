import { formatValue, type Language } from '#lib/format/value.ts'

/** A value axis that writes its numbers with the unit; the second one stands right without grid lines. */
export function valueAxis(unit: string, language: Language, second = false) {
  return {
    type: 'value' as const,
    axisLabel: { formatter: (value: number) => formatValue(value, unit, language) },
    splitLine: { show: !second },
    ...(unit === 'share' ? { min: 0 } : {}),
    ...(unit === 'count' ? { minInterval: 1 } : {}),
  }
}

export const chartGrid = { left: 8, right: 8, top: 40, bottom: 4, containLabel: true }

/** Steps people count time in, seconds. */
const durationSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400]
const mostTicks = 6

/** Tick distance of an axis of durations: whole seconds, minutes or hours, never `41m 40s`. */
export function durationStep(maximum: number): number {
  return (
    durationSteps.find((step) => maximum / step <= mostTicks) ??
    Math.ceil(maximum / mostTicks / 86_400) * 86_400
  )
}

/** A duration axis up to a maximum in seconds. */
export function durationAxis(maximum: number, language: Language) {
  return { ...valueAxis('seconds', language), min: 0, interval: durationStep(maximum) }
}

/** Leaves room on the right for the table switch. */
export const chartLegend = { type: 'scroll', top: 0, left: 0, right: 88, itemWidth: 16, itemHeight: 10 }

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
