import { useTranslation } from 'react-i18next'
import styles from './metric-tile.module.css'
import { sparkline } from './sparkline.ts'

export interface TileDelta {
  /** `+12.3%`, `−2 pp`: already formatted. */
  text: string
  /** Whether the change is welcome. */
  tone: 'good' | 'bad' | 'neutral'
  /** The value it is compared with, formatted. */
  previous: string
}

export interface MetricTileProps {
  label: string
  /** Formatted with its unit. */
  value: string
  /** Sample the figure is over, formatted; absent for plain counts. */
  n?: string | undefined
  delta?: TileDelta | undefined
  trend?: readonly (number | null)[] | undefined
  description?: string | undefined
  onOpen?: (() => void) | undefined
}

function Delta({ delta }: { delta: TileDelta }) {
  const { t } = useTranslation()
  return (
    <span className={delta.tone === 'neutral' ? undefined : styles[delta.tone]}>
      {delta.text} <span className="visually-hidden">{t('shell.versus', { previous: delta.previous })}</span>
    </span>
  )
}

/** One figure: value with unit, sample, change against the previous period and its trend. A click opens its evidence. */
export function MetricTile({ label, value, n, delta, trend, description, onOpen }: MetricTileProps) {
  const path = sparkline(trend ?? [], 120, 26)
  const content = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      <span className={styles.facts}>
        {delta && <Delta delta={delta} />}
        {n !== undefined && <span>n = {n}</span>}
      </span>
      <svg className={styles.spark} viewBox="0 0 120 26" preserveAspectRatio="none" aria-hidden="true">
        <path d={path} />
      </svg>
    </>
  )
  if (!onOpen) return <div className={styles.tile}>{content}</div>
  return (
    <button type="button" className={styles.tile} title={description} onClick={onOpen}>
      {content}
    </button>
  )
}
