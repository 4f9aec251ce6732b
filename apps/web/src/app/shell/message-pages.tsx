import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, Failure } from '#components/states.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Empty
      title={t('common.notFoundTitle')}
      hint={t('common.notFoundHint')}
      action={<Link to="/">{t('common.backHome')}</Link>}
    />
  )
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  return <Failure error={error} onRetry={reset} />
}
