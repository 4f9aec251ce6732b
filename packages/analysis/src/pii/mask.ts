import { findAddresses } from './address.ts'
import { findEmails } from './email.ts'
import { findNumbers } from './numbers.ts'
import { halfWidth, type Finding, type MaskSpan } from './spans.ts'

export interface MaskedText {
  text: string
  /** Where the masks stand in `text`, left to right, never overlapping. */
  spans: MaskSpan[]
  /** Order numbers as written (half-width), for tying a chat to its orders. */
  orderIds: string[]
}

/** Nothing personal is found in a text without a digit, an @, a Chinese numeral or a village. */
const suspicious = /[\d０-９@＠]|[零〇一二三四五六七八九十幺两村乡镇]/

/** What was found becomes a row of NULs of the same length, which the next finder cannot read across. */
function without(text: string, findings: readonly Finding[]): string {
  let rest = text
  for (const { start, end } of findings) {
    rest = rest.slice(0, start) + '\0'.repeat(end - start) + rest.slice(end)
  }
  return rest
}

/** Digits around stars are what a mask left open; they belong to nothing any more. */
function withoutMasks(text: string): string {
  return text.replace(/\d*-?\*+\d*/g, (mask) => '\0'.repeat(mask.length))
}

type Found = Finding & { digits?: string }

function findOnce(text: string): Found[] {
  const emails = findEmails(text)
  const afterEmails = without(text, emails)
  const numbers = findNumbers(afterEmails)
  return [...emails, ...numbers, ...findAddresses(without(afterEmails, numbers))]
}

/**
 * Taking one thing out can leave another readable (digits glued to a phone), so the search goes on until nothing
 * is left. Every round hides at least seven characters; ordinary texts take two rounds.
 */
function findAll(text: string): Found[] {
  const findings: Found[] = []
  let rest = text
  for (let round = findOnce(rest); round.length > 0; round = findOnce(rest)) {
    findings.push(...round)
    rest = without(rest, round)
  }
  return findings.toSorted((a, b) => a.start - b.start)
}

/**
 * Replaces phones, ID cards, bank cards, e-mails, postal addresses and order numbers by masks. Everything else
 * stays character for character; masked text passes unchanged.
 */
export function maskPii(text: string): MaskedText {
  if (!suspicious.test(text)) return { text, spans: [], orderIds: [] }
  const findings = findAll(withoutMasks(halfWidth(text)))
  const spans: MaskSpan[] = []
  const orderIds: string[] = []
  let masked = ''
  let position = 0
  for (const finding of findings) {
    masked += text.slice(position, finding.start)
    spans.push({ start: masked.length, end: masked.length + finding.mask.length, kind: finding.kind })
    masked += finding.mask
    position = finding.end
    if (finding.kind === 'orderNumber' && finding.digits !== undefined) orderIds.push(finding.digits)
  }
  return { text: masked + text.slice(position), spans, orderIds: [...new Set(orderIds)] }
}
