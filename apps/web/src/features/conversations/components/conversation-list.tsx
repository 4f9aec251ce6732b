import type { ConversationSummary } from '@kesheng/contracts/http/views'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PlatformTag, SentimentTag, Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatTime } from '#lib/format/time.ts'
import { formatCount, formatDuration } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useMe } from '#lib/session/me.ts'
import styles from './list.module.css'

interface ConversationListProps {
  items: readonly ConversationSummary[]
  selected: string | null
  onSelect: (id: string) => void
  /** Called when the end comes near. */
  onEnd: () => void
}

const rowHeight = 98

function Facts({ item }: { item: ConversationSummary }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  return (
    <span className={styles.facts}>
      <PlatformTag platform={item.platform} />
      {item.scene !== '' && <Tag>{item.scene}</Tag>}
      {item.sentiment !== 'neutral' && <SentimentTag sentiment={item.sentiment} />}
      {item.converted && <Tag tone="positive">{t('conversations.converted')}</Tag>}
      <span className={styles.muted}>
        {item.agentId === '' ? t('conversations.noAgent') : valueLabel('agent', item.agentId)}
        {' · '}
        {t('conversations.messages', { n: formatCount(item.messageCount, language) })}
        {item.firstResponseSeconds !== null &&
          ` · ${t('conversations.firstResponse', { time: formatDuration(item.firstResponseSeconds, language) })}`}
      </span>
    </span>
  )
}

function Item({ item }: { item: ConversationSummary }) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const time = item.timeAssumed
    ? t('conversations.timeAssumed')
    : formatTime(item.startedAt, timezone, language)
  return (
    <>
      <span className={styles.head}>
        <span className={styles.buyer}>
          {item.buyerName === '' ? t('conversations.unknownBuyer') : item.buyerName}
        </span>
        <span className={styles.muted}>{time}</span>
      </span>
      <span className={styles.preview}>{item.snippet ?? item.preview}</span>
      <Facts item={item} />
    </>
  )
}

/** Index to go to for a key; null when the key does nothing here. */
function moved(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 8, PageUp: -8 }
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step))
}

/** A virtual list box: arrows or j/k go through the conversations and open them. */
export function ConversationList({ items, selected, onSelect, onEnd }: ConversationListProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const at = items.findIndex(({ conversationId }) => conversationId === selected)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 380, height: 800 },
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - 10) onEnd()
  }, [last, items.length, onEnd])
  const pressed = (event: KeyboardEvent) => {
    const next = moved(event.key, at, items.length)
    const item = next === null ? undefined : items[next]
    if (!item || next === null) return
    event.preventDefault()
    virtual.scrollToIndex(next)
    onSelect(item.conversationId)
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('conversations.list')}
      aria-activedescendant={at >= 0 ? `conversation-${at}` : undefined}
      onKeyDown={pressed}
    >
      <div className={styles.canvas} style={{ height: virtual.getTotalSize() }} role="presentation">
        {rows.map(({ index, start }) => {
          const item = items[index] as ConversationSummary
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list box handles the keys
            <div
              key={item.conversationId}
              id={`conversation-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={`${styles.item} ${index === at ? styles.selected : ''}`}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => onSelect(item.conversationId)}
            >
              <Item item={item} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
