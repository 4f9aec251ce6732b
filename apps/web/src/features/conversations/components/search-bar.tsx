import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Choice, SearchBox } from '#components/search-box.tsx'
import type { PageSearch } from '#lib/page/page-search.ts'
import { conversationSorts, type ConversationSearch } from '../prepare/conversation-search.ts'

/** Full-text search and order; both live in the address. */
export function SearchBar() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { q = '', sort = 'newest' } = useSearch({ strict: false }) as ConversationSearch
  const change = (next: Partial<ConversationSearch>) =>
    void navigate({ to: '/conversations', search: (known: PageSearch) => ({ ...known, ...next }) })
  return (
    <SearchBox
      label={t('conversations.searchLabel')}
      placeholder={t('conversations.searchPlaceholder')}
      value={q}
      onSearch={(words) => change({ q: words })}
    >
      <Choice
        label={t('conversations.sort')}
        value={sort}
        options={conversationSorts}
        nameOf={(option) => t(`conversations.sorts.${option}`)}
        onChoose={(chosen) => change({ sort: chosen === 'newest' ? undefined : chosen })}
      />
    </SearchBox>
  )
}
