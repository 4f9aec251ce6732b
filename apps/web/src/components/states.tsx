import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError, ConnectionError } from '#lib/api/problem-error.ts'
import { Button } from './button.tsx'
import styles from './states.module.css'

const widths = ['92%', '78%', '85%', '60%', '88%', '70%', '80%', '66%']

/** Grey bars in the room the content will take. */
export function Loading({ lines = 4, height }: { lines?: number; height?: number }) {
  const { t } = useTranslation()
  return (
    <output className={styles.bars} style={height ? { minHeight: height } : undefined}>
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bar} style={{ width: widths[line % widths.length] }} />
      ))}
    </output>
  )
}

export function Empty({ title, hint, action }: { title?: string; hint?: string; action?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title ?? t('common.emptyTitle')}</p>
      <p className={styles.hint}>{hint ?? t('common.emptyHint')}</p>
      {action}
    </div>
  )
}

/** Says what went wrong and what to do, in the server's words when it has some. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{problem?.detail ?? t('common.errorTitle')}</p>
      {problem?.remedy && <p className={styles.hint}>{problem.remedy}</p>}
      {error instanceof ConnectionError && <p className={styles.hint}>{t('common.connectionError')}</p>}
      {!problem && !(error instanceof ConnectionError) && (
        <>
          <p className={styles.hint}>{t('common.unexpectedError')}</p>
          <p className={styles.detail}>{String(error)}</p>
        </>
      )}
      {problem?.requestId && (
        <p className={styles.detail}>{t('common.requestId', { id: problem.requestId })}</p>
      )}
      {onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </div>
  )
}

interface Readable<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

/** Skeleton, error or content of one query; content stays on screen while it is read again. */
export function Loaded<T>({
  query,
  height,
  children,
}: {
  query: Readable<T>
  height?: number
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return height === undefined ? <Loading /> : <Loading height={height} />
}
