import type { TileDelta } from './metric-tile.tsx'
import styles from './rank-list.module.css'

export interface RankItem {
  key: string
  name: string
  /** A line of smaller text under the name. */
  context?: string | undefined
  figure: string
  /** Smaller text beside the figure: a share, an n. */
  aside?: string | undefined
  change?: Pick<TileDelta, 'text' | 'tone'> | undefined
  /** Length of the bar behind, 0–1. */
  size: number
  onOpen?: (() => void) | undefined
}

function Content({ item }: { item: RankItem }) {
  const tone = item.change && item.change.tone !== 'neutral' ? (styles[item.change.tone] ?? '') : ''
  return (
    <>
      <span className={styles.bar} style={{ width: `${Math.round(item.size * 100)}%` }} aria-hidden="true" />
      <span className={styles.name}>
        <span>{item.name}</span>
        {item.context && <small>{item.context}</small>}
      </span>
      <span className={styles.figure}>
        {item.figure}
        {item.aside && <small>{item.aside}</small>}
      </span>
      {item.change ? <span className={`${styles.change} ${tone}`}>{item.change.text}</span> : <span />}
    </>
  )
}

/** A ranking with bars; each entry opens what it counts. */
export function RankList({ label, items }: { label: string; items: readonly RankItem[] }) {
  return (
    <ol className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          {item.onOpen ? (
            <button type="button" className={styles.item} onClick={item.onOpen}>
              <Content item={item} />
            </button>
          ) : (
            <div className={styles.item}>
              <Content item={item} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
