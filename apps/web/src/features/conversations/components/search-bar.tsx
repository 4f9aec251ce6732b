import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageSearch } from '#lib/page/page-search.ts'
import {
  conversationSorts,
  type ConversationSearch,
  type ConversationSort,
} from '../prepare/conversation-search.ts'
import styles from './search-bar.module.css'

/** Full-text search and order; both live in the address. */
export function SearchBar() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { q = '', sort = 'newest' } = useSearch({ strict: false }) as ConversationSearch
  const [typed, setTyped] = useState(q)
  const change = (next: Partial<ConversationSearch>) =>
    void navigate({ to: '/conversations', search: (known: PageSearch) => ({ ...known, ...next }) })
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
        aria-label={t('conversations.searchLabel')}
        placeholder={t('conversations.searchPlaceholder')}
        defaultValue={q}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '' && q !== '') change({ q: undefined })
        }}
      />
      <select
        className={styles.select}
        aria-label={t('conversations.sort')}
        value={sort}
        onChange={(event) => {
          const chosen = event.target.value as ConversationSort
          change({ sort: chosen === 'newest' ? undefined : chosen })
        }}
      >
        {conversationSorts.map((option) => (
          <option key={option} value={option}>
            {t(`conversations.sorts.${option}`)}
          </option>
        ))}
      </select>
    </form>
  )
}
