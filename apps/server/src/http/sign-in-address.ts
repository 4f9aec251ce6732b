/** The page that uses a one-time token up. */
export function linkOf(address: string, token: string): string {
  return `${address}/sign-in?token=${token}`
}
