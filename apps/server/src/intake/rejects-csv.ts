import type { RejectReason } from '@kesheng/contracts/intake/records'

const columns = ['line', 'field', 'value', 'reason', 'remedy'] as const

/** Rejected rows as CSV, chunk by chunk: UTF-8 with BOM, so that Excel reads Chinese right. */
export async function* rejectsCsv(rejects: AsyncIterable<RejectReason[]>): AsyncGenerator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  for await (const chunk of rejects) yield chunk.map(csvLine).join('')
}

function csvLine(reject: RejectReason): string {
  return `${columns.map((column) => cell(String(reject[column]))).join(',')}\r\n`
}

/** A cell that starts like a formula gets a quote in front: the file holds text of strangers. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
