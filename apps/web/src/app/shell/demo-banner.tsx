import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { useRouteMutation } from '#lib/api/queries.ts'
import { usePermission } from '#lib/session/me.ts'
import { showToast } from '#lib/toast/toast.ts'
import styles from './shell.module.css'

const everything = ['session', 'insight', 'explorer', 'data', 'import'] as const

function DeleteDemoDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const deletion = useRouteMutation(dataRoutes.deleteDemo, everything)
  const run = () =>
    deletion.mutate(
      {},
      {
        onSuccess: () => {
          showToast({ tone: 'success', text: t('shell.demoDeleted') })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('shell.demoConfirmTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={deletion.isPending}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" onClick={run} disabled={deletion.isPending}>
            {deletion.isPending ? t('shell.demoDeleting') : t('shell.demoDelete')}
          </Button>
        </>
      }
    >
      <p>{t('shell.demoConfirmText')}</p>
      {deletion.error && (
        <p role="alert" className={styles.problem}>
          {t('shell.demoDeleteFailed')}: {deletion.error.message}
        </p>
      )}
    </Dialog>
  )
}

/** Says on every screen that the data is generated, and lets those who may take it away. */
export function DemoBanner() {
  const { t } = useTranslation()
  const mayDelete = usePermission('data.manage')
  const [asking, setAsking] = useState(false)
  return (
    <aside className={styles.demo} aria-label={t('shell.demoTitle')}>
      <strong>{t('shell.demoTitle')}</strong>
      <span>{t('shell.demoText')}</span>
      {mayDelete && (
        <button type="button" className={styles.demoButton} onClick={() => setAsking(true)}>
          {t('shell.demoDelete')}
        </button>
      )}
      {asking && <DeleteDemoDialog onClose={() => setAsking(false)} />}
    </aside>
  )
}
