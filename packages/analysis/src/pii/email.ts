import type { Finding } from './spans.ts'

const local = /[\w.%+-]/
const host = /^[a-z\d](?:[a-z\d-]{0,62})(?:\.[a-z\d-]{1,62}){0,3}\.[a-z]{2,12}/i

/** E-mail addresses of a half-width text: walk out from each `@`. */
export function findEmails(text: string): Finding[] {
  const findings: Finding[] = []
  let floor = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > floor && at - start < 64 && local.test(text[start - 1]!)) start -= 1
    const domain = host.exec(text.slice(at + 1, at + 256))?.[0].replace(/[.-]+$/, '')
    if (start === at || domain === undefined || !domain.includes('.')) continue
    const end = at + 1 + domain.length
    findings.push({ start, end, kind: 'email', mask: '[邮箱]' })
    floor = end
  }
  return findings
}
