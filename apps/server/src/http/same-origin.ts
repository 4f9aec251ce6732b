interface Origins {
  method: string
  headers: Record<string, string | string[] | undefined>
  /** Address people use when a proxy rewrites Host. */
  publicUrl: string | undefined
}

/**
 * May a cookie speak for the caller? Browsers say where a request comes from; a page of another site must not act
 * with the reader's cookie. Reading needs no check: answers cannot be read across sites.
 */
export function isSameOrigin({ method, headers, publicUrl }: Origins): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin'
  const { origin, host } = headers
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin)
}
