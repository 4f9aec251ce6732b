import { sessionRoutes } from '@kesheng/contracts/http/session.routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { FormError } from '#components/form.tsx'
import { Loaded } from '#components/states.tsx'
import { call } from '#lib/api/call.ts'
import { safeReturn } from '#lib/session/leave.ts'
import { meQuery } from '#lib/session/me.ts'
import { showToast } from '#lib/toast/toast.ts'
import { passwordProblem } from './password-problem.ts'
import { Field, SessionCard, textOf } from './session-card.tsx'
import styles from './session.module.css'

function useSetPassword(goOn: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { current?: string; next: string }) => call(sessionRoutes.setPassword, { body }),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me)
      showToast({ tone: 'success', text: t('session.passwordSet') })
      goOn()
    },
  })
}

function PasswordForm({ isFirst, goOn }: { isFirst: boolean; goOn: () => void }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<ReturnType<typeof passwordProblem>>(null)
  const setPassword = useSetPassword(goOn)
  const submit = (form: FormData) => {
    const next = textOf(form, 'next')
    const found = passwordProblem(next, textOf(form, 'repeat'))
    setProblem(found)
    if (found === null) setPassword.mutate(isFirst ? { next } : { current: textOf(form, 'current'), next })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      {!isFirst && (
        <Field
          label={t('session.currentPassword')}
          name="current"
          type="password"
          autoComplete="current-password"
        />
      )}
      <Field
        label={t('session.newPassword')}
        hint={t('session.newPasswordHint')}
        name="next"
        type="password"
        autoComplete="new-password"
      />
      <Field label={t('session.repeatPassword')} name="repeat" type="password" autoComplete="new-password" />
      {problem && (
        <p role="alert" className={styles.error}>
          {t(`session.${problem}`)}
        </p>
      )}
      <FormError error={setPassword.error} />
      <Button type="submit" look="primary" className={styles.submit} disabled={setPassword.isPending}>
        {t('session.setPasswordTitle')}
      </Button>
      <Button look="quiet" onClick={goOn}>
        {t('session.later')}
      </Button>
    </form>
  )
}

/** Asked after a one-time link, and reachable from the user menu. */
export function SetPasswordPage() {
  const { t } = useTranslation()
  const { return: returnTo } = useSearch({ from: '/set-password' })
  const { history } = useRouter()
  const query = useQuery(meQuery)
  return (
    <Loaded query={query}>
      {(me) => (
        <SessionCard
          title={t('session.setPasswordTitle')}
          lead={t('session.setPasswordText', { email: me.email })}
        >
          <PasswordForm isFirst={me.mustSetPassword} goOn={() => history.replace(safeReturn(returnTo))} />
        </SessionCard>
      )}
    </Loaded>
  )
}
