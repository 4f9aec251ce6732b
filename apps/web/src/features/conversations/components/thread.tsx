import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SentimentTag, Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatDay } from '#lib/format/time.ts'
import { formatDuration, localeOf } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useMe, usePermission } from '#lib/session/me.ts'
import type { ThreadLine } from '../prepare/thread.ts'
import { MarkedText } from '#components/marks/marked-text.tsx'
import { RevealButton } from '#lib/original/reveal-button.tsx'
import styles from './thread.module.css'

interface ThreadProps {
  lines: readonly ThreadLine[]
  timeAssumed: boolean
  chosen: string | null
  /** Message to begin at. */
  startAt: string | null
  onChoose: (id: string) => void
}

function useClock() {
  const { timezone } = useMe()
  const language = useLanguage()
  return useMemo(
    () =>
      new Intl.DateTimeFormat(localeOf(language), {
        timeZone: timezone,
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
    [timezone, language],
  )
}

function Line({
  line,
  chosen,
  onChoose,
  time,
}: Omit<ThreadProps, 'lines' | 'timeAssumed' | 'startAt'> & { line: ThreadLine; time: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const mayReveal = usePermission('pii.reveal')
  const buyer = line.role === 'buyer'
  const name =
    line.role === 'agent' && line.agentId !== ''
      ? valueLabel('agent', line.agentId)
      : valueLabel('role', line.role)
  return (
    <li
      className={`${styles.line} ${buyer ? styles.buyer : styles.agent}`}
      data-message={line.messageId}
      tabIndex={-1}
    >
      <div className={styles.meta}>
        <span className={styles.name}>{name}</span>
        <span>{time}</span>
        {line.automatic && <Tag>{t('conversations.automatic')}</Tag>}
        {line.responseSeconds !== null && (
          <span title={t('conversations.responseHint')}>
            {t('conversations.waited', { time: formatDuration(line.responseSeconds, language) })}
          </span>
        )}
        {buyer && line.sentiment !== 'neutral' && <SentimentTag sentiment={line.sentiment} />}
      </div>
      <div className={`${styles.bubble} ${line.kind === 'text' ? '' : styles.placeholder}`}>
        <MarkedText text={line.text} marks={line.marks} chosen={chosen} onChoose={onChoose} />
      </div>
      {mayReveal && line.masks.length > 0 && <RevealButton kind="message" id={line.messageId} />}
    </li>
  )
}

/** j and k (or the arrows) move between messages. */
function useMessageKeys(list: React.RefObject<HTMLOListElement | null>) {
  return (event: React.KeyboardEvent) => {
    const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined || event.target instanceof HTMLInputElement) return
    const messages = [...(list.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])]
    const at = messages.findIndex((message) => message.contains(document.activeElement))
    const next = messages[Math.max(0, Math.min(messages.length - 1, at + step))]
    next?.focus()
    event.preventDefault()
  }
}

/** The messages of a conversation. Long chats stay light: the browser skips drawing what is off screen. */
export function Thread({ lines, timeAssumed, chosen, startAt, onChoose }: ThreadProps) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const clock = useClock()
  const list = useRef<HTMLOListElement>(null)
  const onKeyDown = useMessageKeys(list)
  useEffect(() => {
    const message = startAt && list.current?.querySelector<HTMLElement>(`[data-message="${startAt}"]`)
    if (!message) return
    message.scrollIntoView({ block: 'center' })
    message.focus({ preventScroll: true })
  }, [startAt])
  useEffect(() => {
    const line = lines.find(({ marks }) => marks.some(({ id }) => id === chosen))
    if (!line) return
    list.current
      ?.querySelector(`[data-message="${line.messageId}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [chosen, lines])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys move the focus between its items
    <ol ref={list} className={styles.thread} aria-label={t('conversations.thread')} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <Line
          key={line.messageId}
          line={line}
          chosen={chosen}
          onChoose={onChoose}
          time={
            timeAssumed
              ? t('conversations.timeAssumed')
              : `${line.newDay ? `${formatDay(line.sentAt, timezone, language)} ` : ''}${clock.format(new Date(line.sentAt))}`
          }
        />
      ))}
    </ol>
  )
}
