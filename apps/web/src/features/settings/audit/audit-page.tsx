import { peopleRoutes } from '@kesheng/contracts/http/people.routes'
import type { RouteOutput } from '@kesheng/contracts/http/route'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Panel } from '#components/panel.tsx'
import table from '#components/plain-table.module.css'
import { Empty, Loaded } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { call } from '#lib/api/call.ts'
import { formatTime } from '#lib/format/time.ts'
import { useMe } from '#lib/session/me.ts'
import { detailText } from '../prepare/audit-detail.ts'
import styles from '../settings.module.css'

type Entry = RouteOutput<typeof peopleRoutes.audit>['entries'][number]

const pageSize = 100

function useAudit() {
  return useInfiniteQuery({
    queryKey: [peopleRoutes.audit.id] as const,
    queryFn: ({ pageParam, signal }) =>
      call(peopleRoutes.audit, {
        query: { limit: pageSize, ...(pageParam ? { before: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ entries }) => (entries.length < pageSize ? undefined : entries.at(-1)?.at),
  })
}

function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { timezone } = useMe()
  const head = [
    'settings.at',
    'settings.actor',
    'settings.action',
    'settings.target',
    'settings.detail',
  ] as const
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, actor, action, target, detail }) => (
            <tr key={id}>
              <td className={table.nowrap}>{formatTime(at, timezone, language, true)}</td>
              <td>{actor}</td>
              <td className={styles.code}>{action}</td>
              <td className={styles.code}>{target}</td>
              <td className={styles.code}>{detailText(detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function AuditPage() {
  const { t } = useTranslation()
  const audit = useAudit()
  const entries = audit.data?.pages.flatMap((page) => page.entries)
  return (
    <div className={styles.page}>
      <Panel title={t('settings.auditTitle')} note={t('settings.auditNote')}>
        <Loaded query={{ ...audit, data: entries }}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={t('settings.noEntries')} hint="" />
            ) : (
              <AuditTable entries={shown} />
            )
          }
        </Loaded>
        {audit.hasNextPage && (
          <div className={styles.more}>
            <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('settings.olderEntries')}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  )
}
