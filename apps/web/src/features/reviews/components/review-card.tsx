import type { ReviewItem } from '@kesheng/contracts/http/views'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedText } from '#components/marks/marked-text.tsx'
import { PlatformTag, PolarityTag, SentimentTag, Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatTime } from '#lib/format/time.ts'
import { formatValue } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { RevealButton } from '#lib/original/reveal-button.tsx'
import { useMe, usePermission } from '#lib/session/me.ts'
import { reviewMarks } from '../prepare/review-marks.ts'
import styles from './review-card.module.css'

function Score({ review }: { review: ReviewItem }) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const full = Math.round(review.score ?? 0)
  return (
    <>
      {review.score !== null && (
        <span
          className={styles.stars}
          role="img"
          aria-label={t('reviews.score', { n: String(review.score) })}
        >
          {'★'.repeat(full)}
          <span className={styles.off}>{'★'.repeat(Math.max(0, 5 - full))}</span>
        </span>
      )}
      {review.rating !== '' && (
        <Tag tone={review.rating === 'bad' ? 'negative' : review.rating === 'good' ? 'positive' : 'neutral'}>
          {valueLabel('rating', review.rating)}
        </Tag>
      )}
    </>
  )
}

function Head({ review }: { review: ReviewItem }) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  return (
    <header className={styles.head}>
      <Score review={review} />
      <SentimentTag sentiment={review.blank ? '' : review.sentiment} />
      <PlatformTag platform={review.platform} />
      {review.ownership !== 'own' && <Tag tone="warning">{valueLabel('ownership', review.ownership)}</Tag>}
      <span className={styles.muted}>
        {[valueLabel('shop', review.shopId), review.productName, review.skuName].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.time}>
        {review.timeAssumed ? t('reviews.timeAssumed') : formatTime(review.reviewedAt, timezone, language)}
      </span>
    </header>
  )
}

function Opinions({ review, chosen }: { review: ReviewItem; chosen: string | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  return (
    <ul className={styles.opinions}>
      {review.opinions.map((opinion) => (
        <li key={opinion.opinionId} className={chosen === opinion.opinionId ? styles.chosen : undefined}>
          <PolarityTag polarity={opinion.polarity} /> {opinion.level1} › {opinion.level2} ›{' '}
          <b>{opinion.level3}</b>
          {chosen === opinion.opinionId && (
            <span className={styles.muted}>
              {' '}
              {t('reviews.decision', {
                by: valueLabel('decidedBy', opinion.decidedBy),
                decider: opinion.decider,
                confidence: formatValue(opinion.confidence, 'share', language),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One review with its follow-up and reply; opinions are marked in the text and listed below it. */
export function ReviewCard({ review }: { review: ReviewItem }) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const mayReveal = usePermission('pii.reveal')
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <article className={styles.card}>
      <Head review={review} />
      <p className={review.blank ? styles.muted : styles.text}>
        {review.text === '' ? (
          t('reviews.blank')
        ) : (
          <MarkedText text={review.text} marks={reviewMarks(review)} chosen={chosen} onChoose={setChosen} />
        )}
      </p>
      {mayReveal && review.masks.length > 0 && <RevealButton kind="review" id={review.reviewId} />}
      {review.appendText !== '' && (
        <p className={styles.extra}>
          <b>{t('reviews.append')}</b> {formatTime(review.appendedAt, timezone, language)} {review.appendText}
        </p>
      )}
      {review.reply !== '' && (
        <p className={styles.extra}>
          <b>{t('reviews.reply')}</b> {review.reply}
        </p>
      )}
      <Opinions review={review} chosen={chosen} />
      <footer className={styles.muted}>
        {[review.buyerName, review.orderId && t('reviews.order', { id: review.orderId })]
          .filter(Boolean)
          .join(' · ')}
      </footer>
    </article>
  )
}
