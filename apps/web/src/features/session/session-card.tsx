import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '#i18n/setup.ts'
import { useLanguage } from '#i18n/language.ts'
import styles from './session.module.css'

/** Frame of the pages before the shell. */
export function SessionCard({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`
  }, [title, t])
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.head}>
          <img src="/favicon.svg" alt="" width="40" height="40" />
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {children}
        <button
          type="button"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          className={styles.language}
          onClick={() => void changeLanguage(other)}
        >
          {t('shell.switchLanguage')}
        </button>
      </div>
    </main>
  )
}

interface FieldProps {
  label: string
  hint?: string
  name: string
  type: 'email' | 'password'
  autoComplete: string
  minLength?: number
}

export function Field({ label, hint, ...input }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input {...input} required />
      {hint && <small>{hint}</small>}
    </label>
  )
}

/** The text of a form field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
