import { useId, type ReactNode } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  title?: string
  /** What the figures are over, in a few words: period, n, rule. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** A titled block of a page. */
export function Panel({ title, note, actions, children, className }: PanelProps) {
  const titleId = useId()
  return (
    <section
      className={[styles.panel, className].filter(Boolean).join(' ')}
      aria-labelledby={title ? titleId : undefined}
    >
      {title && (
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <span className={styles.note}>{note}</span>
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
