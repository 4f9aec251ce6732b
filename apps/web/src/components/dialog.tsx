import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

interface DialogProps {
  title: ReactNode
  onClose: () => void
  kind?: 'modal' | 'drawer'
  wide?: boolean
  footer?: ReactNode
  children: ReactNode
}

/** A modal dialog or side drawer on the browser's own `<dialog>`: focus is kept inside and returned, Escape closes. */
export function Dialog({ title, onClose, kind = 'modal', wide = false, footer, children }: DialogProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const classes = [styles.dialog, styles[kind], wide && styles.wide].filter(Boolean).join(' ')
  return (
    // The backdrop belongs to the dialog element; the keyboard's way out is Escape, which the browser turns into `cancel`.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={classes}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.layout}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <Button look="quiet" square aria-label={t('common.close')} onClick={onClose}>
            ✕
          </Button>
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  )
}
