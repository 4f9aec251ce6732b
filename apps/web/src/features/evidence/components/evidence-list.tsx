import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '#components/scroll-region.tsx'
import styles from '../evidence.module.css'
import type { EvidenceRow } from '../prepare/evidence-row.ts'
import { EvidenceEntry } from './evidence-entry.tsx'

interface EvidenceListProps {
  rows: readonly EvidenceRow[]
  total: number
  marksNumerator: boolean
  onEnd: () => void
}

const rowHeight = 96

/** A virtual list that loads on as one reads. */
export function EvidenceList({ rows, total, marksNumerator, onEnd }: EvidenceListProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing memoised is handed its functions.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => `${index} ${rows[index]?.id}`,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 1) onEnd()
  }, [last, rows.length, onEnd])
  return (
    <ScrollRegion ref={scroller} label={t('evidence.listLabel')} className={styles.scroller}>
      <ol className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={total}
                aria-posinset={index + 1}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <EvidenceEntry row={row} marksNumerator={marksNumerator} />
              </li>
            )
          )
        })}
      </ol>
    </ScrollRegion>
  )
}
