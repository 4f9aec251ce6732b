import type { Inspection } from '@kesheng/contracts/http/import.routes'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Panel } from '#components/panel.tsx'
import { Failure } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { uploadFile } from '#lib/api/upload.ts'
import { formatDuration } from '#lib/format/value.ts'
import { formatBytes } from '../prepare/bytes.ts'
import styles from './imports.module.css'
import { Wizard } from './wizard.tsx'

type Upload =
  | { state: 'sending'; sent: number; bytesPerSecond: number }
  | { state: 'sent'; inspection: Inspection }
  | { state: 'failed'; error: unknown }

function useUpload(file: File): Upload {
  const [upload, setUpload] = useState<Upload>({ state: 'sending', sent: 0, bytesPerSecond: 0 })
  useEffect(() => {
    const controller = new AbortController()
    const since = Date.now()
    const progress = (sent: number) => {
      const seconds = Math.max(0.2, (Date.now() - since) / 1000)
      setUpload({ state: 'sending', sent, bytesPerSecond: sent / seconds })
    }
    uploadFile(file, progress, controller.signal).then(
      (inspection) => setUpload({ state: 'sent', inspection }),
      (error: unknown) => {
        if (!controller.signal.aborted) setUpload({ state: 'failed', error })
      },
    )
    return () => controller.abort()
  }, [file])
  return upload
}

function Sending({ file, sent, rate }: { file: File; sent: number; rate: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const left = rate > 0 ? (file.size - sent) / rate : null
  return (
    <>
      <progress
        className={styles.progress}
        value={sent}
        max={file.size}
        aria-label={t('imports.uploading')}
      />
      <p className={styles.muted}>
        {t('imports.uploaded', {
          sent: formatBytes(sent),
          size: formatBytes(file.size),
          rate: formatBytes(rate),
        })}
        {left !== null && ` · ${t('imports.left', { time: formatDuration(left, language) })}`}
      </p>
    </>
  )
}

/** One chosen file: being sent, then what was detected in it, until it is started or put away. */
export function UploadRow({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation()
  const upload = useUpload(file)
  return (
    <Panel
      title={file.name}
      note={formatBytes(file.size)}
      actions={
        <Button look="quiet" onClick={onClose}>
          {t('imports.discard')}
        </Button>
      }
    >
      {upload.state === 'sending' && <Sending file={file} sent={upload.sent} rate={upload.bytesPerSecond} />}
      {upload.state === 'failed' && <Failure error={upload.error} />}
      {upload.state === 'sent' && (
        <Wizard first={upload.inspection} fileName={file.name} onStarted={onClose} />
      )}
    </Panel>
  )
}
