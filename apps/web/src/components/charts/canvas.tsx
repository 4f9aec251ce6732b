import { useEffect, useRef } from 'react'
import type { Palette } from '../tokens.ts'
import { init, type EChartsCoreOption, type EChartsType } from './echarts.ts'
import { chartTheme } from './theme.ts'

export interface PickedPoint {
  dataIndex: number
  seriesIndex: number
  name: string
  /** The item of `series.data` that was clicked. */
  data: unknown
}

export interface CanvasProps {
  option: EChartsCoreOption
  palette: Palette
  height: number
  onPick?: ((point: PickedPoint) => void) | undefined
}

/** Draws one ECharts option; drawn anew when the theme changes, resized with its box. */
export function Canvas({ option, palette, height, onPick }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => {
    if (!box.current) return undefined
    const drawn = init(box.current, chartTheme(palette))
    chart.current = drawn
    drawn.on('click', ({ dataIndex, seriesIndex, name, data }) =>
      pick.current?.({ dataIndex, seriesIndex: seriesIndex ?? 0, name, data }),
    )
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [palette])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return (
    <div
      ref={box}
      style={{ height, width: '100%', cursor: onPick ? 'pointer' : 'default' }}
      aria-hidden="true"
    />
  )
}
