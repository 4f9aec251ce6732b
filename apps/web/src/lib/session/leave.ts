/** Where to go after signing in; only paths of this site, so a link cannot lead elsewhere. */
export function safeReturn(path: string | undefined): string {
  if (!path?.startsWith('/') || path.startsWith('//') || path.startsWith('/\\')) return '/'
  return path.startsWith('/sign-in') ? '/' : path
}
