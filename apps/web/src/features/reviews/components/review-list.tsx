import type { ReviewItem } from '@kesheng/contracts/http/views'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ReviewCard } from './review-card.tsx'
import styles from './review-list.module.css'

interface ReviewListProps {
  items: readonly ReviewItem[]
  onEnd: () => void
}

/** Reviews of any length, drawn only where they are seen; heights are measured. */
export function ReviewList({ items, onEnd }: ReviewListProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 150,
    getItemKey: (index) => items[index]?.reviewId ?? index,
    overscan: 6,
    initialRect: { width: 900, height: 800 },
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - 8) onEnd()
  }, [last, items.length, onEnd])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable by keyboard
    <div ref={scroller} className={styles.scroller} role="feed" aria-label={t('reviews.list')} tabIndex={0}>
      <div className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <ReviewCard review={items[index] as ReviewItem} />
          </div>
        ))}
      </div>
    </div>
  )
}
