import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import styles from './imports.module.css'

const accepted = '.csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.gz,.zip'

/** Files by drag, paste of a file, or the file chooser. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra; the button does the same
    <div
      className={`${styles.drop} ${over ? styles.over : ''}`}
      role="group"
      aria-label={t('imports.drop')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <p className={styles.dropTitle}>{t('imports.drop')}</p>
      <p className={styles.muted}>{t('imports.dropHint')}</p>
      <Button look="primary" onClick={() => input.current?.click()}>
        {t('imports.chooseFiles')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        className="visually-hidden"
        aria-label={t('imports.chooseFiles')}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
