import styles from './split-bar.module.css'

interface SplitBarProps {
  positive: number
  neutral: number
  negative: number
  /** The three figures in words. */
  label: string
}

/** Positive, neutral and negative shares as one bar. */
export function SplitBar({ positive, neutral, negative, label }: SplitBarProps) {
  return (
    <span className={styles.bar} title={label}>
      <span className="visually-hidden">{label}</span>
      <span className={styles.positive} style={{ flexGrow: positive }} />
      <span className={styles.neutral} style={{ flexGrow: neutral }} />
      <span className={styles.negative} style={{ flexGrow: negative }} />
    </span>
  )
}
