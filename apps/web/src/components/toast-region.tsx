import { useTranslation } from 'react-i18next'
import { closeToast, useToasts } from '#lib/toast/toast.ts'
import { Button } from './button.tsx'
import styles from './toast-region.module.css'

/** Where short messages appear; read out without taking the focus. */
export function ToastRegion() {
  const { t } = useTranslation()
  const toasts = useToasts()
  return (
    <output className={styles.region}>
      {toasts.map(({ id, tone, text, action }) => (
        <span key={id} className={[styles.toast, styles[tone]].filter(Boolean).join(' ')}>
          <span className={styles.text}>{text}</span>
          {action && (
            <Button
              look="quiet"
              onClick={() => {
                action.run()
                closeToast(id)
              }}
            >
              {action.label}
            </Button>
          )}
          <Button look="quiet" square aria-label={t('common.close')} onClick={() => closeToast(id)}>
            ✕
          </Button>
        </span>
      ))}
    </output>
  )
}
