/** Shortest password the server takes. */
const shortest = 10

/** Why a new password cannot be used, as an i18n key of `session`; null when it can. */
export function passwordProblem(password: string, repeated: string): 'tooShort' | 'notEqual' | null {
  if (password.length < shortest) return 'tooShort'
  return password === repeated ? null : 'notEqual'
}
