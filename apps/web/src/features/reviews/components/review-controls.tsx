import { ownerships } from '@kesheng/contracts/facts/common'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Choice, SearchBox } from '#components/search-box.tsx'
import { useValueLabel } from '#lib/labels/value-label.ts'
import type { PageSearch } from '#lib/page/page-search.ts'
import { reviewSorts, type ReviewSearch } from '../prepare/review-search.ts'

/** Full text, order and whose reviews; all in the address. */
export function ReviewControls() {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const navigate = useNavigate()
  const { q = '', sort = 'newest', whose = 'own' } = useSearch({ strict: false }) as ReviewSearch
  const change = (next: Partial<ReviewSearch>) =>
    void navigate({ to: '.', search: (known: PageSearch) => ({ ...known, ...next }) })
  return (
    <SearchBox
      label={t('reviews.searchLabel')}
      placeholder={t('reviews.searchPlaceholder')}
      value={q}
      onSearch={(words) => change({ q: words })}
    >
      <Choice
        label={t('reviews.whose')}
        value={whose}
        options={ownerships}
        nameOf={(option) => valueLabel('ownership', option)}
        onChoose={(chosen) => change({ whose: chosen === 'own' ? undefined : chosen })}
      />
      <Choice
        label={t('reviews.sort')}
        value={sort}
        options={reviewSorts}
        nameOf={(option) => t(`reviews.sorts.${option}`)}
        onChoose={(chosen) => change({ sort: chosen === 'newest' ? undefined : chosen })}
      />
    </SearchBox>
  )
}
