import type { Palette } from '../tokens.ts'

/** A canvas inherits no font: the page's own, as `base.css` names it. */
const fontStack =
  "Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif"

/** ECharts theme of a palette; given to `init`, because setting it later leaves the first axes in the old colours. */
export function chartTheme(palette: Palette) {
  const axis = {
    axisLine: { lineStyle: { color: palette.border } },
    axisTick: { show: false },
    axisLabel: { color: palette.textMuted, fontSize: 12 },
    splitLine: { lineStyle: { color: palette.border } },
    nameTextStyle: { color: palette.textMuted },
  }
  return {
    color: [...palette.series],
    backgroundColor: 'transparent',
    textStyle: { color: palette.text, fontFamily: fontStack },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    legend: { textStyle: { color: palette.textMuted }, inactiveColor: palette.borderStrong },
    tooltip: {
      backgroundColor: palette.raised,
      borderColor: palette.border,
      textStyle: { color: palette.text, fontSize: 13 },
    },
    line: { symbol: 'circle', symbolSize: 5, lineStyle: { width: 2 } },
    bar: { itemStyle: { borderRadius: 3 } },
  }
}
