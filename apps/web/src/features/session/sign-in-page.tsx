import { sessionRoutes, type Me } from '@kesheng/contracts/http/session.routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { FormError } from '#components/form.tsx'
import { Loading } from '#components/states.tsx'
import { call } from '#lib/api/call.ts'
import { safeReturn } from '#lib/session/leave.ts'
import { meQuery } from '#lib/session/me.ts'
import { Field, SessionCard, textOf } from './session-card.tsx'
import styles from './session.module.css'

/** Remembers who came in and goes on: to the password first when there is none, else where one wanted to go. */
function useArrive(returnTo: string | undefined) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { history } = useRouter()
  return (me: Me) => {
    client.setQueryData(meQuery.queryKey, me)
    if (me.mustSetPassword)
      void navigate({ to: '/set-password', search: { return: returnTo }, replace: true })
    else history.replace(safeReturn(returnTo))
  }
}

function LinkSignIn({ token, returnTo }: { token: string; returnTo: string | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const arrive = useArrive(returnTo)
  const { mutate, error } = useMutation({
    mutationFn: () => call(sessionRoutes.signInByLink, { body: { token } }),
    onSuccess: arrive,
  })
  const sent = useRef(false)
  useEffect(() => {
    // A token works once: effects that run twice while developing must not use it up.
    if (sent.current) return
    sent.current = true
    mutate()
  }, [mutate])
  if (!error) {
    return (
      <SessionCard title={t('session.title')} lead={t('session.linkSigningIn')}>
        <Loading lines={2} />
      </SessionCard>
    )
  }
  return (
    <SessionCard title={t('session.linkFailed')} lead={t('session.linkRemedy')}>
      <FormError error={error} />
      <Button
        look="primary"
        className={styles.submit}
        onClick={() => void navigate({ to: '/sign-in', search: { return: returnTo }, replace: true })}
      >
        {t('session.usePassword')}
      </Button>
    </SessionCard>
  )
}

function PasswordSignIn({ returnTo }: { returnTo: string | undefined }) {
  const { t } = useTranslation()
  const arrive = useArrive(returnTo)
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(sessionRoutes.signIn, { body }),
    onSuccess: arrive,
  })
  return (
    <SessionCard title={t('common.product')} lead={t('session.lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          signIn.mutate({ email: textOf(form, 'email'), password: textOf(form, 'password') })
        }}
      >
        <Field label={t('session.email')} name="email" type="email" autoComplete="username" />
        <Field
          label={t('session.password')}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <FormError error={signIn.error} />
        <Button type="submit" look="primary" className={styles.submit} disabled={signIn.isPending}>
          {signIn.isPending ? t('session.signingIn') : t('session.signIn')}
        </Button>
      </form>
      <p className={styles.foot}>{t('session.noAccount')}</p>
    </SessionCard>
  )
}

export function SignInPage() {
  const { token, return: returnTo } = useSearch({ from: '/sign-in' })
  if (token) return <LinkSignIn token={token} returnTo={returnTo} />
  return <PasswordSignIn returnTo={returnTo} />
}
