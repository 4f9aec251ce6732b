import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, Loading } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { usePages } from '#lib/api/pages.ts'
import { formatCount } from '#lib/format/value.ts'
import { usePageContext } from '#lib/page/page-context.ts'
import type { PageSearch } from '#lib/page/page-search.ts'
import { ConversationDetail } from './components/conversation-detail.tsx'
import { ConversationList } from './components/conversation-list.tsx'
import { SearchBar } from './components/search-bar.tsx'
import styles from './conversations-page.module.css'
import type { ConversationSearch } from './prepare/conversation-search.ts'

/** Another conversation begins at its own first message. */
const withoutMessage = (known: PageSearch) => ({ ...known, message: undefined })

/** Search on the left, the chosen conversation on the right; one after the other on a phone. */
export function ConversationsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const { id = null } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as ConversationSearch
  const { filters, timeRange } = usePageContext()
  const { query, items, total, more } = usePages(
    explorerRoutes.searchConversations,
    { text: search.q ?? '', sort: search.sort ?? 'newest', filters, timeRange },
    100,
  )
  const open = (next: string | null) =>
    void navigate(
      next === null
        ? { to: '/conversations', search: withoutMessage }
        : { to: '/conversations/$id', params: { id: next }, search: withoutMessage, replace: id !== null },
    )
  return (
    <div className={`${styles.page} ${id === null ? '' : styles.opened}`}>
      <div className={styles.listing}>
        <SearchBar />
        <p className={styles.total} role="status">
          {total === undefined
            ? t('common.loading')
            : t('conversations.total', { n: formatCount(total, language) })}
        </p>
        {query.isPending && <Loading lines={8} />}
        {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && items.length === 0 && <Empty />}
        {items.length > 0 && <ConversationList items={items} selected={id} onSelect={open} onEnd={more} />}
      </div>
      {id === null ? (
        <p className={styles.hint}>{t('conversations.choose')}</p>
      ) : (
        <div className={styles.chosen}>
          <button type="button" className={styles.back} onClick={() => open(null)}>
            ← {t('conversations.back')}
          </button>
          <ConversationDetail id={id} startAt={search.message ?? null} />
        </div>
      )}
    </div>
  )
}
