import type { EChartsCoreOption } from 'echarts/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePalette } from '#lib/theme/theme.ts'
import { Button } from '../button.tsx'
import { ScrollRegion } from '../scroll-region.tsx'
import { Loading } from '../states.tsx'
import type { Palette } from '../tokens.ts'
import type { PickedPoint } from './canvas.tsx'
import styles from './chart.module.css'

const Canvas = lazy(() => import('./canvas.tsx').then((module) => ({ default: module.Canvas })))

/** The figures of a chart as text; the first cell of a row names it. */
export interface ChartTable {
  head: readonly string[]
  rows: readonly { key: string; cells: readonly string[]; onOpen?: (() => void) | undefined }[]
}

interface ChartProps {
  /** Says what the chart shows, for those who do not see it. */
  label: string
  /** Builds the ECharts option in the colours of the current theme; keep it stable (`useCallback`). */
  build: (palette: Palette) => EChartsCoreOption
  table: ChartTable
  height?: number
  onPick?: ((point: PickedPoint) => void) | undefined
}

function FiguresTable({ label, table, height }: { label: string; table: ChartTable; height: number }) {
  return (
    <ScrollRegion label={label} className={styles.scroll} style={{ height }}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.head.map((title, column) => (
              <th key={title} scope="col" className={column > 0 ? styles.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells: [name, ...figures], onOpen }) => (
            <tr key={key}>
              <th scope="row">
                {onOpen ? (
                  <button type="button" className={styles.open} onClick={onOpen}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {figures.map((figure, column) => (
                <td key={table.head[column + 1]} className={styles.number}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** A chart that can always be read as a table; what a click on a point opens, its table row opens too. */
export function Chart({ label, build, table, height = 280, onPick }: ChartProps) {
  const { t } = useTranslation()
  const palette = usePalette()
  const [asTable, setAsTable] = useState(false)
  const option = useMemo(() => build(palette), [build, palette])
  return (
    <figure className={styles.figure} aria-label={label}>
      <Button
        look="quiet"
        className={styles.toggle}
        aria-pressed={asTable}
        aria-label={`${t('common.table')}: ${label}`}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? t('common.chart') : t('common.table')}
      </Button>
      {asTable ? (
        <div className={styles.body}>
          <FiguresTable label={label} table={table} height={height - 24} />
        </div>
      ) : (
        <Suspense fallback={<Loading height={height} />}>
          <Canvas option={option} palette={palette} height={height} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  )
}
