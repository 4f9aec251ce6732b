import { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Failure } from '#components/states.tsx'
import { useRouteMutation } from '#lib/api/queries.ts'
import styles from './reveal.module.css'

interface RevealProps {
  kind: 'message' | 'review' | 'survey-answer'
  id: string
}

function RevealDialog({ kind, id, onClose }: RevealProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const reveal = useRouteMutation(explorerRoutes.revealMessage, ['people.audit'])
  const shown = reveal.data?.text
  return (
    <Dialog title={t('marks.revealTitle')} onClose={onClose}>
      {shown === undefined ? (
        <form
          className={styles.revealForm}
          onSubmit={(event) => {
            event.preventDefault()
            reveal.mutate({ params: { kind, id }, body: { reason } })
          }}
        >
          <label className={styles.revealLabel}>
            {t('marks.revealReason')}
            <input
              value={reason}
              minLength={2}
              maxLength={200}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <p className={styles.muted}>{t('marks.revealAudited')}</p>
          {reveal.error && <Failure error={reveal.error} />}
          <Button type="submit" look="primary" disabled={reveal.isPending}>
            {t('marks.reveal')}
          </Button>
        </form>
      ) : (
        <p className={styles.original}>{shown}</p>
      )}
    </Dialog>
  )
}

/** Opens the sealed original after a reason is given; the server writes the audit entry. */
export function RevealButton(props: RevealProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setAsking(true)}>
        {t('marks.showOriginal')}
      </button>
      {asking && <RevealDialog {...props} onClose={() => setAsking(false)} />}
    </>
  )
}
