import { ownerships } from '@kesheng/contracts/facts/common'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageSearch } from '#lib/page/page-search.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { reviewSorts, type ReviewSearch, type ReviewSort } from '../prepare/review-search.ts'
import styles from './review-controls.module.css'

/** Full text, order and whose reviews; all in the address. */
export function ReviewControls() {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const navigate = useNavigate()
  const { q = '', sort = 'newest', whose = 'own' } = useSearch({ strict: false }) as ReviewSearch
  const [typed, setTyped] = useState(q)
  const change = (next: Partial<ReviewSearch>) =>
    void navigate({ to: '.', search: (known: PageSearch) => ({ ...known, ...next }) })
  return (
    <form
      className={styles.bar}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        change({ q: typed.trim() === '' ? undefined : typed.trim() })
      }}
    >
      <input
        key={q}
        type="search"
        className={styles.input}
        aria-label={t('reviews.searchLabel')}
        placeholder={t('reviews.searchPlaceholder')}
        defaultValue={q}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '' && q !== '') change({ q: undefined })
        }}
      />
      <select
        aria-label={t('reviews.whose')}
        value={whose}
        onChange={(event) => {
          const chosen = ownerships.find((known) => known === event.target.value)
          change({ whose: chosen === 'own' ? undefined : chosen })
        }}
      >
        {ownerships.map((option) => (
          <option key={option} value={option}>
            {valueLabel('ownership', option)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('reviews.sort')}
        value={sort}
        onChange={(event) => {
          const chosen = event.target.value as ReviewSort
          change({ sort: chosen === 'newest' ? undefined : chosen })
        }}
      >
        {reviewSorts.map((option) => (
          <option key={option} value={option}>
            {t(`reviews.sorts.${option}`)}
          </option>
        ))}
      </select>
    </form>
  )
}
