import { ownerships } from '@kesheng/contracts/facts/common'
import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Empty, Failure, Loading } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { usePages } from '#lib/api/pages.ts'
import { formatCount } from '#lib/format/value.ts'
import { usePageContext } from '#lib/page/page-context.ts'
import type { PageSearch } from '#lib/page/page-search.ts'
import { ReviewControls } from './components/review-controls.tsx'
import { ReviewList } from './components/review-list.tsx'
import type { ReviewSearch } from './prepare/review-search.ts'
import styles from './reviews-page.module.css'

/** A linked review is shown whatever the frame of the page is. */
function oneReview(id: string) {
  return { filters: [{ dimension: 'review', values: [id] }], ownership: [...ownerships] }
}

function OneReviewNote() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const showAll = () =>
    void navigate({ to: '.', search: (known: PageSearch) => ({ ...known, review: undefined }) })
  return (
    <p>
      {t('reviews.onlyOne')} <Button onClick={showAll}>{t('reviews.showAll')}</Button>
    </p>
  )
}

export function ReviewsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { q = '', sort = 'newest', whose = 'own', review } = useSearch({ strict: false }) as ReviewSearch
  const { filters, timeRange } = usePageContext()
  const one = review ? oneReview(review) : null
  const { query, items, total, more } = usePages(
    explorerRoutes.searchReviews,
    one ?? { text: q, sort, ownership: [whose], filters, timeRange },
    50,
  )
  return (
    <div className={styles.page}>
      {review ? <OneReviewNote /> : <ReviewControls />}
      <p className={styles.total} role="status">
        {total === undefined ? t('common.loading') : t('reviews.total', { n: formatCount(total, language) })}
      </p>
      {query.isPending && <Loading lines={8} />}
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <Empty />}
      {items.length > 0 && <ReviewList items={items} onEnd={more} />}
    </div>
  )
}
