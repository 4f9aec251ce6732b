import type { session as source } from '../zh/session.ts'
import type { Translated } from '../translated.ts'

export const session: Translated<typeof source> = {
  title: 'Sign in',
  lead: 'Hear what every buyer says, and know why.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  linkSigningIn: 'Signing in with the one-time link…',
  linkFailed: 'This link no longer works',
  linkRemedy:
    'A one-time link works once and expires. Ask your administrator for another, or sign in with your password.',
  usePassword: 'Sign in with password',
  noAccount:
    'No account? Ask an administrator to add you under “People & roles” and send you the one-time link.',
  setPasswordTitle: 'Set a password',
  setPasswordText: 'Next time you can sign in as {{email}} with this password.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  newPasswordHint: 'At least 10 characters',
  repeatPassword: 'Once more',
  tooShort: 'The password needs at least 10 characters',
  notEqual: 'The two passwords differ',
  later: 'Later',
  passwordSet: 'Password set',
}
