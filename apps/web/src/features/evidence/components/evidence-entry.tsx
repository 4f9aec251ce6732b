import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Quote } from '#components/quote.tsx'
import { PlatformTag, PolarityTag, SentimentTag, Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatTime } from '#lib/format/time.ts'
import { formatValue } from '#lib/format/value.ts'
import { keyName } from '#lib/labels/value-label.ts'
import { keepFrame, type PageSearch } from '#lib/page/page-search.ts'
import { useMe } from '#lib/session/me.ts'
import styles from '../evidence.module.css'
import { placeOf, type EvidenceRow } from '../prepare/evidence-row.ts'

function OpenLink({ row }: { row: EvidenceRow }) {
  const { t } = useTranslation()
  const place = placeOf(row)
  if (place === null) return null
  return (
    <Link to={place.path} search={(known: PageSearch) => ({ ...keepFrame(known), ...place.search })}>
      {t('evidence.open')}
    </Link>
  )
}

function Figures({ row }: { row: EvidenceRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {row.score !== null && (
        <Tag>{t('evidence.score', { score: formatValue(row.score, '', language) })}</Tag>
      )}
      {row.amount !== null && <Tag>{formatValue(row.amount, 'yuan', language)}</Tag>}
      {row.refundAmount !== null && (
        <Tag tone="negative">
          {t('evidence.refunded', { amount: formatValue(row.refundAmount, 'yuan', language) })}
        </Tag>
      )}
    </>
  )
}

export function EvidenceEntry({ row, marksNumerator }: { row: EvidenceRow; marksNumerator: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { timezone } = useMe()
  const where = [row.shopId, row.agentId].filter(Boolean).map(keyName).join(' · ')
  return (
    <article className={styles.entry}>
      <p className={styles.meta}>
        <time dateTime={row.at}>{formatTime(row.at, timezone, language)}</time>
        {row.platform && <PlatformTag platform={row.platform} />}
        <SentimentTag sentiment={row.sentiment} />
        {row.span && <PolarityTag polarity={row.polarity} />}
        <Figures row={row} />
        {marksNumerator && row.numerator && <Tag tone="accent">{t('evidence.countsIn')}</Tag>}
        <span className={styles.where}>{where}</span>
        <OpenLink row={row} />
      </p>
      {row.title && <h3>{row.title}</h3>}
      {row.span ? (
        <p>
          <Quote text={row.text} {...row.span} polarity={row.polarity} />
        </p>
      ) : (
        row.text && <p className={styles.text}>{row.text}</p>
      )}
    </article>
  )
}
