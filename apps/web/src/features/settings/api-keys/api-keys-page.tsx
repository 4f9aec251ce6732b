import { peopleRoutes, type ApiKey } from '@kesheng/contracts/http/people.routes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { FormError } from '#components/form.tsx'
import { Panel } from '#components/panel.tsx'
import table from '#components/plain-table.module.css'
import { SecretDialog } from '#components/secret-dialog.tsx'
import { Empty, Loaded } from '#components/states.tsx'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { routeQuery, useRouteMutation } from '#lib/api/queries.ts'
import { formatTime } from '#lib/format/time.ts'
import { useMe } from '#lib/session/me.ts'
import { showToast } from '#lib/toast/toast.ts'
import styles from '../settings.module.css'
import { NewKeyDialog } from './new-key-dialog.tsx'

type Open =
  { kind: 'add' } | { kind: 'secret'; name: string; secret: string } | { kind: 'revoke'; key: ApiKey } | null

function KeysTable({ keys, onRevoke }: { keys: readonly ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { timezone } = useMe()
  const head = [
    'settings.keyName',
    'settings.keyPrefix',
    'settings.permission',
    'settings.created',
    'settings.lastUsed',
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
            <th scope="col">{t('settings.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td className={styles.code}>{key.prefix}…</td>
              <td>
                <div className={table.row}>
                  {key.permissions.map((permission) => (
                    <Tag key={permission}>{t(`settings.permissions.${permission}`)}</Tag>
                  ))}
                </div>
              </td>
              <td className={table.nowrap}>{formatTime(key.createdAt, timezone, language)}</td>
              <td className={table.nowrap}>
                {key.lastUsedAt ? formatTime(key.lastUsedAt, timezone, language) : t('settings.neverUsed')}
              </td>
              <td>
                <Button
                  look="danger"
                  aria-label={`${t('settings.revoke')} ${key.name}`}
                  onClick={() => onRevoke(key)}
                >
                  {t('settings.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  const revoke = useRouteMutation(peopleRoutes.revokeKey, ['people'])
  const run = () =>
    revoke.mutate(
      { params: { id: apiKey.id } },
      {
        onSuccess: () => {
          showToast({ tone: 'success', text: t('settings.revoked', { name: apiKey.name }) })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('settings.revokeTitle', { name: apiKey.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" disabled={revoke.isPending} onClick={run}>
            {t('settings.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('settings.revokeText')}</p>
      <FormError error={revoke.error} />
    </Dialog>
  )
}

export function ApiKeysPage() {
  const { t } = useTranslation()
  const query = useQuery(routeQuery(peopleRoutes.listKeys, {}))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <div className={styles.page}>
      <Panel
        title={t('settings.keysTitle')}
        note={t('settings.keysNote')}
        actions={
          <Button look="primary" onClick={() => setOpen({ kind: 'add' })}>
            {t('settings.addKey')}
          </Button>
        }
      >
        <Loaded query={query}>
          {({ keys }) =>
            keys.length === 0 ? (
              <Empty title={t('settings.noKeys')} hint={t('settings.noKeysHint')} />
            ) : (
              <KeysTable keys={keys} onRevoke={(key) => setOpen({ kind: 'revoke', key })} />
            )
          }
        </Loaded>
      </Panel>
      {open?.kind === 'add' && (
        <NewKeyDialog onClose={close} onMade={(name, secret) => setOpen({ kind: 'secret', name, secret })} />
      )}
      {open?.kind === 'secret' && (
        <SecretDialog
          title={t('settings.secretTitle', { name: open.name })}
          text={t('settings.secretText')}
          secret={open.secret}
          onClose={close}
        />
      )}
      {open?.kind === 'revoke' && <RevokeDialog apiKey={open.key} onClose={close} />}
    </div>
  )
}
