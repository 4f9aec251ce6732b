import { roles } from '@kesheng/contracts/http/access'
import type { User } from '@kesheng/contracts/http/people.routes'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import table from '#components/plain-table.module.css'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatTime } from '#lib/format/time.ts'
import { useMe } from '#lib/session/me.ts'
import { reachOf } from '../prepare/person-draft.ts'

export interface PersonActions {
  onEdit: (user: User) => void
  onLink: (user: User) => void
  onActive: (user: User, active: boolean) => void
}

function Reach({ user }: { user: User }) {
  const { t } = useTranslation()
  const reach = reachOf(user)
  if (reach.kind === 'all') return t('settings.rowsAll')
  if (reach.kind === 'none') return <Tag tone="warning">{t('settings.rowsNone')}</Tag>
  const names = reach.kind === 'shops' ? user.shopIds : user.agentIds
  return (
    <span title={names.join('\n')}>
      {t(reach.kind === 'shops' ? 'settings.rowsShops' : 'settings.rowsAgents', { n: reach.count })}
    </span>
  )
}

function PersonRow({ user, onEdit, onLink, onActive }: { user: User } & PersonActions) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const own = user.id === me.userId
  return (
    <tr>
      <th scope="row">
        {user.name} {own && <Tag tone="accent">{t('settings.you')}</Tag>}
        <div className={table.muted}>{user.email}</div>
      </th>
      <td>{roles[user.role][language]}</td>
      <td>
        <Reach user={user} />
      </td>
      <td>
        <Tag tone={user.active ? 'positive' : 'neutral'}>
          {t(user.active ? 'settings.active' : 'settings.inactive')}
        </Tag>
      </td>
      <td className={table.nowrap}>
        {user.lastSignInAt
          ? formatTime(user.lastSignInAt, me.timezone, language)
          : t('settings.neverSignedIn')}
      </td>
      <td>
        <div className={table.row}>
          <Button aria-label={t('settings.editPerson', { name: user.name })} onClick={() => onEdit(user)}>
            {t('settings.edit')}
          </Button>
          {user.active && (
            <Button aria-label={t('settings.linkTitle', { name: user.name })} onClick={() => onLink(user)}>
              {t('settings.newLink')}
            </Button>
          )}
          {!own && (
            <Button
              look={user.active ? 'danger' : 'default'}
              aria-label={`${t(user.active ? 'settings.deactivate' : 'settings.activate')} ${user.name}`}
              onClick={() => onActive(user, !user.active)}
            >
              {t(user.active ? 'settings.deactivate' : 'settings.activate')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

export function PeopleTable({ users, ...actions }: { users: readonly User[] } & PersonActions) {
  const { t } = useTranslation()
  const head = [
    'common.name',
    'settings.role',
    'settings.rows',
    'settings.state',
    'settings.lastSignIn',
    'settings.actions',
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
          {users.map((user) => (
            <PersonRow key={user.id} user={user} {...actions} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
