import type { InputHTMLAttributes, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '#lib/api/problem-error.ts'
import styles from './form.module.css'

interface FieldProps {
  label: string
  hint?: string | undefined
  children: ReactNode
}

/** A label over one control, with a hint under it. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    // The control stands among the children.
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
      {hint && <small>{hint}</small>}
    </label>
  )
}

/** A label over a group of controls. */
export function FieldGroup({ label, hint, children }: FieldProps) {
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      {hint && <small>{hint}</small>}
      {children}
    </fieldset>
  )
}

export function TextInput(props: InputHTMLAttributes<HTMLInputElement>) {
  return <input className={styles.input} {...props} />
}

export function Form({ id, onSubmit, children }: { id: string; onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      id={id}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** What the server said against it, with its remedy. */
export function FormError({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  if (!error) return null
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <p role="alert" className={styles.error}>
      {problem ? problem.detail : t('common.connectionError')}
      {problem?.remedy && <span className={styles.remedy}>{problem.remedy}</span>}
    </p>
  )
}
